package io.racewatch.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A sample of what {@link Sweep} does with everything, and that it can fail. */
class SetSweepTest {
  private static final int EVERY = 150;

  @Test
  void aSampleOfTheJdkIsWovenAndVerified() {
    Tally tally = Sweep.sweep(ClassSet.image(), new Libraries(List.of()), EVERY);
    assertThat(tally.failures).isEmpty();
    assertThat(tally.classes).isGreaterThan(100);
    assertThat(tally.byJvm).isGreaterThan(50);
    assertThat(tally.byAsm).isGreaterThan(5);
  }

  @Test
  void theLibrariesAtHandAreWovenAndVerified() {
    List<ClassSet> sets = new ArrayList<>();
    Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.endsWith(".jar"))
        .forEach(entry -> sets.add(ClassSet.jar(Path.of(entry))));
    Libraries libraries = new Libraries(sets);
    Tally total = new Tally();
    sets.forEach(set -> total.add(Sweep.sweep(set, libraries, 25)));
    assertThat(total.failures).isEmpty();
    assertThat(total.byJvm).isGreaterThan(30);
  }

  @Test
  void asmSeesWhatTheJvmWouldReject() {
    Libraries libraries = new Libraries(List.of());
    ClassSet none = new ClassSet("none", java.util.Map.of(), List.of());
    assertThat(AsmCheck.fault(returning("java/lang/String"), libraries.types(none))).isNull();
    assertThat(AsmCheck.fault(returning("java/lang/Integer"), libraries.types(none)))
        .contains("expected Ljava/lang/String;");
  }

  /** {@code static String m()} that returns a new object of the type. */
  private static byte[] returning(String type) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "odd/Type", null, "java/lang/Object", null);
    MethodVisitor method =
        writer.visitMethod(Opcodes.ACC_STATIC, "m", "()Ljava/lang/String;", null, null);
    method.visitCode();
    method.visitInsn(Opcodes.ACONST_NULL);
    method.visitTypeInsn(Opcodes.CHECKCAST, type);
    method.visitInsn(Opcodes.ARETURN);
    method.visitMaxs(0, 0);
    method.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }
}
