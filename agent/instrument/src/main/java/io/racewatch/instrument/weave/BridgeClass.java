package io.racewatch.instrument.weave;

import io.racewatch.bytecode.MethodFacts;
import io.racewatch.bytecode.Origin;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.AnalyzerAdapter;
import org.objectweb.asm.commons.GeneratorAdapter;

/**
 * Writes the class of a method reference, as the factory of lambdas would, but with hooks around
 * the call. It is defined as a hidden one, whose frames the JVM leaves out of stacks: a program
 * sees those that it has without us.
 */
final class BridgeClass {
  private static final int CLASS = Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC;
  private static final int FIELD = Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL;
  private static final String OBJECT = "java/lang/Object";
  private static final int UNNUMBERED_SINCE = 21;

  private final ClassPlan plan;
  private final String method;
  private final String descriptor;

  /**
   * For references in one method.
   *
   * @param method where they stand
   */
  BridgeClass(ClassPlan plan, String method, String descriptor) {
    this.plan = plan;
    this.method = method;
    this.descriptor = descriptor;
  }

  /**
   * The class file, a byte in each character.
   *
   * @param receiver where a captured receiver came from, or null
   * @param line of the reference
   */
  String text(Bridge bridge, Origin receiver, int line) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    String name = plan.shape().name() + suffix();
    writer.visit(Opcodes.V17, CLASS, name, null, OBJECT, bridge.interfaces());
    Type[] captured = Type.getArgumentTypes(bridge.captures());
    for (int i = 0; i < captured.length; i++) {
      writer.visitField(FIELD, field(i), captured[i].getDescriptor(), null, null).visitEnd();
    }
    writeConstructor(writer, name, captured);
    for (String type : bridge.types()) {
      MethodVisitor out = writer.visitMethod(Opcodes.ACC_PUBLIC, bridge.method(), type, null, null);
      writeMethod(out, name, bridge, type, receiver, line);
    }
    writer.visitEnd();
    return new String(writer.toByteArray(), StandardCharsets.ISO_8859_1);
  }

  /** Programs know lambdas by that part of their names. */
  private static String suffix() {
    return Runtime.version().feature() < UNNUMBERED_SINCE ? "$$Lambda$0" : "$$Lambda";
  }

  private static String field(int number) {
    return "arg$" + (number + 1);
  }

  private static void writeConstructor(ClassWriter writer, String name, Type[] captured) {
    String type = Type.getMethodDescriptor(Type.VOID_TYPE, captured);
    MethodVisitor out = writer.visitMethod(Opcodes.ACC_PRIVATE, "<init>", type, null, null);
    GeneratorAdapter code = new GeneratorAdapter(out, Opcodes.ACC_PRIVATE, "<init>", type);
    code.visitCode();
    code.loadThis();
    // this
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, OBJECT, "<init>", "()V", false);
    // -
    for (int i = 0; i < captured.length; i++) {
      code.loadThis();
      code.loadArg(i);
      // this argument
      code.visitFieldInsn(Opcodes.PUTFIELD, name, field(i), captured[i].getDescriptor());
      // -
    }
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private void writeMethod(
      MethodVisitor out, String name, Bridge bridge, String type, Origin receiver, int line) {
    AnalyzerAdapter types =
        new AnalyzerAdapter(name, Opcodes.ACC_PUBLIC, bridge.method(), type, out);
    MethodSites sites = new MethodSites(plan.shape(), plan.source(), method, descriptor);
    sites.line(line);
    Code code = new Code(out, sites, Type.getArgumentsAndReturnSizes(type) >> 2, true);
    code.follow(types);
    types.visitCode();
    code.keepThread();
    pushAll(new GeneratorAdapter(types, Opcodes.ACC_PUBLIC, bridge.method(), type), name, bridge);
    // receiver arguments
    CallProbe probe = plan.bridges().probe(bridge.call());
    probe.settle(MethodFacts.none(), 0);
    if (receiver != null) {
      probe.about(receiver);
    }
    probe.weave(code);
    // result, or nothing
    GeneratorAdapter end = new GeneratorAdapter(out, Opcodes.ACC_PUBLIC, bridge.method(), type);
    Type expected = Type.getReturnType(bridge.instantiated());
    Conversion.write(end, bridge.call().result(), expected);
    Conversion.write(end, expected, Type.getReturnType(type));
    // what the interface's method returns
    end.returnValue();
    code.writeHandlers();
    out.visitMaxs(0, 0);
    out.visitEnd();
  }

  /** Pushes what was captured, then the parameters, each as the call wants it. */
  private static void pushAll(GeneratorAdapter code, String name, Bridge bridge) {
    List<Type> wanted = new ArrayList<>();
    if (!bridge.call().isStatic()) {
      wanted.add(bridge.call().receiver());
    }
    wanted.addAll(List.of(bridge.call().arguments()));
    Type[] captured = Type.getArgumentTypes(bridge.captures());
    for (int i = 0; i < captured.length; i++) {
      code.loadThis();
      code.visitFieldInsn(Opcodes.GETFIELD, name, field(i), captured[i].getDescriptor());
      Conversion.write(code, captured[i], wanted.get(i));
    }
    Type[] given = code.getArgumentTypes();
    Type[] instantiated = Type.getArgumentTypes(bridge.instantiated());
    for (int i = 0; i < given.length; i++) {
      code.loadArg(i);
      Conversion.write(code, given[i], instantiated[i]);
      Conversion.write(code, instantiated[i], wanted.get(captured.length + i));
    }
  }
}
