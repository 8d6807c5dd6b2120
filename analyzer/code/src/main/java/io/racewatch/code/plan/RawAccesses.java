package io.racewatch.code.plan;

import io.racewatch.code.calls.Program;
import io.racewatch.code.facts.Event;
import io.racewatch.code.facts.MethodBody;
import io.racewatch.code.input.ClassFile;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Field instructions that the facts do not have: of methods that could not be followed, and in code
 * that seems unreachable. Handles on fields count, too.
 */
final class RawAccesses extends ClassVisitor {
  private final Program program;
  private final Consumer<String> to;
  private String owner;

  private RawAccesses(Program program, Consumer<String> to) {
    super(Opcodes.ASM9);
    this.program = program;
    this.to = to;
  }

  /** Tells the keys of fields that a class accesses in ways of which nothing is known. */
  static void each(Program program, ClassFile file, Consumer<String> to) {
    file.reader()
        .accept(new RawAccesses(program, to), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
  }

  @Override
  public void visit(
      int version, int access, String name, String signature, String above, String[] faces) {
    owner = name;
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    Map<String, Integer> missing = new HashMap<>();
    return new MethodVisitor(Opcodes.ASM9) {
      @Override
      public void visitFieldInsn(int opcode, String of, String field, String type) {
        missing.merge(program.classes().fieldKey(of, field), 1, Integer::sum);
      }

      @Override
      public void visitLdcInsn(Object value) {
        handle(value);
      }

      @Override
      public void visitInvokeDynamicInsn(
          String method, String type, Handle factory, Object... arguments) {
        for (Object each : arguments) {
          handle(each);
        }
      }

      @Override
      public void visitEnd() {
        MethodBody body = program.body(owner + '.' + name + descriptor);
        if (body != null) {
          for (Event event : body.events()) {
            if (event instanceof Event.FieldAccess known) {
              missing.merge(known.field(), -1, Integer::sum);
            }
          }
        }
        missing.forEach(
            (field, count) -> {
              if (count != 0) {
                to.accept(field);
              }
            });
      }
    };
  }

  private void handle(Object value) {
    if (value instanceof Handle handle && handle.getTag() <= Opcodes.H_PUTSTATIC) {
      to.accept(program.classes().fieldKey(handle.getOwner(), handle.getName()));
    }
  }
}
