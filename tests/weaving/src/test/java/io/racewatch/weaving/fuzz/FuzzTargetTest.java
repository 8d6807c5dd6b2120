package io.racewatch.weaving.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The fuzzer's target on random bytes, and that it sees what a transformer may do wrong. */
class FuzzTargetTest {
  private static final long SEED = 20261120;

  @BeforeAll
  static void initialize() {
    FuzzTarget.fuzzerInitialize();
  }

  @Test
  void generatedProgramsGiveTheSameResult() {
    inputs(FuzzTarget.PROGRAM, 300).forEach(FuzzTarget::fuzzerTestOneInput);
  }

  @Test
  void editedClassesLinkIfTheyDidBefore() {
    inputs(FuzzTarget.EDITED, 300).forEach(FuzzTarget::fuzzerTestOneInput);
  }

  @Test
  void manyEditedClassesStillLink() {
    List<byte[]> seeds = SeedClasses.ofJdk(400);
    long linked =
        inputs(FuzzTarget.EDITED, 200).stream()
            .map(Bytes::new)
            .peek(Bytes::next)
            .map(in -> new Edits(in).of(seeds.get(in.below(seeds.size()))))
            .filter(file -> file != null && links(file))
            .count();
    assertThat(linked).isGreaterThan(20);
  }

  @Test
  void garbageIsLeftAsItIs() {
    inputs(FuzzTarget.RAW, 100).forEach(FuzzTarget::fuzzerTestOneInput);
  }

  @Test
  void aChangedResultIsSeen() {
    FuzzTarget target = target(file -> edited(file, Opcodes.IADD, Opcodes.ISUB));
    assertThatThrownBy(() -> inputs(FuzzTarget.PROGRAM, 100).forEach(target::run))
        .isInstanceOf(Judge.Broken.class)
        .hasMessageContaining("woven: ");
  }

  @Test
  void aVerifyErrorIsSeen() {
    FuzzTarget target = target(file -> edited(file, Opcodes.DUP, Opcodes.NOP));
    assertThatThrownBy(() -> inputs(FuzzTarget.PROGRAM, 100).forEach(target::run))
        .isInstanceOf(Judge.Broken.class)
        .hasCauseInstanceOf(VerifyError.class);
  }

  @Test
  void anExceptionIsSeen() {
    FuzzTarget target =
        target(
            file -> {
              throw new IllegalStateException("broken");
            });
    assertThatThrownBy(() -> target.run(new byte[] {FuzzTarget.RAW, 1, 2}))
        .isInstanceOf(Judge.Broken.class)
        .hasMessage("out of the transformer");
  }

  private static boolean links(byte[] file) {
    String name = new ClassReader(file).getClassName().replace('/', '.');
    return new OneClass(name, file).linked() instanceof Class;
  }

  private static List<byte[]> inputs(int kind, int count) {
    Random random = new Random(SEED);
    return java.util.stream.Stream.generate(
            () -> {
              byte[] input = new byte[20 + random.nextInt(200)];
              random.nextBytes(input);
              input[0] = (byte) kind;
              return input;
            })
        .limit(count)
        .toList();
  }

  private static FuzzTarget target(UnaryOperator<byte[]> change) {
    ClassFileTransformer transformer =
        new ClassFileTransformer() {
          @Override
          public byte[] transform(
              ClassLoader loader, String name, Class<?> type, ProtectionDomain of, byte[] file) {
            return change.apply(file);
          }
        };
    return new FuzzTarget(transformer, SeedClasses.ofJdk(1000));
  }

  /** The class with one instruction for another. */
  private static byte[] edited(byte[] file, int from, int to) {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(file)
        .accept(
            new ClassVisitor(Opcodes.ASM9, writer) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String type, String signature, String[] exceptions) {
                MethodVisitor out = super.visitMethod(access, name, type, signature, exceptions);
                return new MethodVisitor(Opcodes.ASM9, out) {
                  @Override
                  public void visitInsn(int opcode) {
                    super.visitInsn(opcode == from && !name.startsWith("<") ? to : opcode);
                  }
                };
              }
            },
            0);
    return writer.toByteArray();
  }
}
