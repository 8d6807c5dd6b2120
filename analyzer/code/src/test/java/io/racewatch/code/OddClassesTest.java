package io.racewatch.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SYNCHRONIZED;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.H_INVOKESTATIC;
import static org.objectweb.asm.Opcodes.ICONST_0;
import static org.objectweb.asm.Opcodes.INVOKEINTERFACE;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.IRETURN;
import static org.objectweb.asm.Opcodes.POP;
import static org.objectweb.asm.Opcodes.PUTFIELD;
import static org.objectweb.asm.Opcodes.PUTSTATIC;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V1_8;

import io.racewatch.model.Certainty;
import io.racewatch.model.Finding;
import io.racewatch.model.catalog.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/** Classes that no compiler of the Java language makes: obfuscated, huge, impossible. */
@Timeout(300)
class OddClassesTest {
  private static final Type NOTHING = Type.getMethodType("()V");
  private static final Handle METAFACTORY =
      new Handle(
          H_INVOKESTATIC,
          "java/lang/invoke/LambdaMetafactory",
          "metafactory",
          "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;"
              + "Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodHandle;"
              + "Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;",
          false);

  @TempDir private Path folder;

  private StaticResult analyze() {
    return StaticAnalysis.of(
        new StaticInput(List.of(folder), List.of(), Catalog.load(), StaticInput.Progress.NONE));
  }

  private void put(String name, ClassWriter writer) throws IOException {
    writer.visitEnd();
    Files.write(folder.resolve(name + ".class"), writer.toByteArray());
  }

  private static ClassWriter writer(String name, String above, String... faces) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(V1_8, ACC_PUBLIC, name, null, above, faces);
    return writer;
  }

  @Test
  void classesThatAreTheirOwnSuperclasses() throws IOException {
    put("A", writer("A", "B"));
    put("B", writer("B", "A"));
    put("C", writer("C", "A"));
    put("I", writer("I", "java/lang/Object", "I"));
    put("Whole", writer("Whole", "java/lang/Object"));
    StaticResult result = analyze();
    assertThat(result.broken()).hasSize(4);
    assertThat(result.broken()).allMatch(each -> each.reason().contains("ring"));
    assertThat(result.own()).containsExactly("Whole");
  }

  /** Two fields and two methods of one name each; no lines, no source, names of no language. */
  @Test
  void obfuscatedNames() throws IOException {
    ClassWriter writer = writer("a", "java/lang/Object");
    writer.visitField(ACC_PRIVATE, "if", "I", null, null).visitEnd();
    writer.visitField(ACC_PRIVATE, "if", "J", null, null).visitEnd();
    MethodVisitor set = writer.visitMethod(ACC_PUBLIC | ACC_SYNCHRONIZED, "do", "()V", null, null);
    set.visitCode();
    set.visitVarInsn(ALOAD, 0);
    set.visitInsn(ICONST_0);
    set.visitFieldInsn(PUTFIELD, "a", "if", "I");
    set.visitInsn(RETURN);
    set.visitMaxs(2, 1);
    set.visitEnd();
    MethodVisitor get = writer.visitMethod(ACC_PUBLIC, "do", "()I", null, null);
    get.visitCode();
    get.visitVarInsn(ALOAD, 0);
    get.visitFieldInsn(GETFIELD, "a", "if", "I");
    get.visitInsn(IRETURN);
    get.visitMaxs(1, 1);
    get.visitEnd();
    put("a", writer);
    StaticResult result = analyze();
    assertThat(result.broken()).isEmpty();
    assertThat(result.findings())
        .filteredOn(finding -> finding.certainty() == Certainty.LIKELY)
        .extracting(Finding::members)
        .containsExactly(List.of("a.if"));
  }

  @Test
  void aMethodAsLongAsAMethodCanBe() throws IOException {
    ClassWriter writer = writer("Huge", "java/lang/Object");
    writer.visitField(ACC_PRIVATE, "value", "I", null, null).visitEnd();
    MethodVisitor all = writer.visitMethod(ACC_PUBLIC | ACC_SYNCHRONIZED, "all", "()V", null, null);
    all.visitCode();
    for (int i = 0; i < 12_900; i++) {
      all.visitVarInsn(ALOAD, 0);
      all.visitFieldInsn(GETFIELD, "Huge", "value", "I");
      all.visitInsn(POP);
    }
    all.visitInsn(RETURN);
    all.visitMaxs(1, 1);
    all.visitEnd();
    put("Huge", writer);
    StaticResult result = analyze();
    assertThat(result.broken()).isEmpty();
    assertThat(result.classes()).isEqualTo(1);
    assertThat(result.findings()).isEmpty();
  }

  /** {@code Thread.ofVirtual()} is younger than the JDK that may run the analysis. */
  @Test
  void threadsOfBuildersThatThisJdkMayNotHave() throws IOException {
    for (String kind : List.of("Virtual", "Platform")) {
      ClassWriter writer = writer(kind, "java/lang/Object");
      writer.visitField(ACC_PRIVATE | ACC_STATIC, "value", "I", null, null).visitEnd();
      MethodVisitor run = writer.visitMethod(ACC_PUBLIC | ACC_STATIC, "run", "()V", null, null);
      run.visitCode();
      run.visitInsn(ICONST_0);
      run.visitFieldInsn(PUTSTATIC, kind, "value", "I");
      run.visitInsn(RETURN);
      run.visitMaxs(1, 0);
      run.visitEnd();
      MethodVisitor main =
          writer.visitMethod(ACC_PUBLIC | ACC_STATIC, "main", "([Ljava/lang/String;)V", null, null);
      main.visitCode();
      start(main, kind, "start");
      main.visitInsn(POP);
      start(main, kind, "unstarted");
      main.visitMethodInsn(INVOKEVIRTUAL, "java/lang/Thread", "start", "()V", false);
      main.visitInsn(RETURN);
      main.visitMaxs(2, 1);
      main.visitEnd();
      put(kind, writer);
    }
    assertThat(analyze().findings())
        .filteredOn(finding -> finding.certainty() == Certainty.LIKELY)
        .extracting(Finding::members)
        .containsExactlyInAnyOrder(List.of("Virtual.value"), List.of("Platform.value"));
  }

  /** Code that has a builder make a thread of {@code run()}. */
  private static void start(MethodVisitor in, String kind, String method) {
    String builder = "java/lang/Thread$Builder$Of" + kind;
    in.visitMethodInsn(INVOKESTATIC, "java/lang/Thread", "of" + kind, "()L" + builder + ";", false);
    in.visitInvokeDynamicInsn(
        "run", "()Ljava/lang/Runnable;", METAFACTORY, NOTHING, task(kind), NOTHING);
    in.visitMethodInsn(
        INVOKEINTERFACE, builder, method, "(Ljava/lang/Runnable;)Ljava/lang/Thread;", true);
  }

  private static Handle task(String owner) {
    return new Handle(H_INVOKESTATIC, owner, "run", "()V", false);
  }
}
