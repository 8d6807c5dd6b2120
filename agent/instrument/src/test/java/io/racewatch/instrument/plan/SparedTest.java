package io.racewatch.instrument.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.racewatch.bytecode.LoaderTypes;
import io.racewatch.bytecode.TypeIndex;
import io.racewatch.instrument.weave.WeaveMode;
import io.racewatch.instrument.weave.Weaver;
import io.racewatch.model.catalog.Catalog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class SparedTest {
  private static final String NAME = "io/racewatch/instrument/plan/SparedTest$Counter";
  private static final String USER = "io/racewatch/instrument/plan/SparedTest$User";

  @TempDir private Path folder;

  /** One field under a lock, one not. */
  static class Counter {
    int guarded;
    int other;

    synchronized void add() {
      guarded++;
      other++;
    }
  }

  /** Was not known when the plan was made. */
  static class User {
    int use(Counter counter) {
      return counter.guarded;
    }
  }

  @Test
  void aSparedFieldHasItsShadowAndNoChecks() throws Exception {
    Spared spared = spared(hash(file(NAME)));
    assertThat(checks(spared, "guarded")).isZero();
    assertThat(checks(spared, "other")).isEqualTo(1);
    assertThat(checks(Spared.NONE, "guarded")).isEqualTo(1);
    assertThat(spared.broken()).isNull();
  }

  @Test
  void aClassThatWasNotKnownEndsIt() throws Exception {
    Spared spared = spared(hash(file(NAME)));
    checks(spared, "guarded");
    spared.loads(USER, file(USER), types());
    Spared.Broken broken = spared.broken();
    assertThat(broken.reason())
        .contains(NAME.replace('/', '.') + ".guarded is checked from now on")
        .contains(USER.replace('/', '.') + " was not known to the plan");
    assertThat(broken.again()).containsExactly(NAME.replace('/', '.'));
    assertThat(checks(spared, "guarded")).isEqualTo(1);
    assertThat(spared.broken()).isNull();
  }

  @Test
  void anotherClassOfTheNameEndsIt() throws Exception {
    Spared spared = spared("00");
    spared.loads(NAME, file(NAME), types());
    assertThat(spared.broken().reason()).contains("is another class than the plan was made for");
    assertThat(checks(spared, "guarded")).isEqualTo(1);
  }

  @Test
  void theClassThatWasKnownDoesNot() throws Exception {
    Spared spared = spared(hash(file(NAME)));
    spared.loads(NAME, file(NAME), types());
    assertThat(spared.broken()).isNull();
  }

  @Test
  void whoReachesTheFieldsOtherwiseEndsIt() throws Exception {
    Spared spared = spared(hash(file(NAME)));
    spared.reached("com.example.Else");
    assertThat(spared.broken()).isNull();
    spared.reached(NAME.replace('/', '.'));
    assertThat(spared.broken().reason()).contains("reflection");
    assertThat(checks(spared, "guarded")).isEqualTo(1);
  }

  @Test
  void whatIsNoPlanIsAnError() throws IOException {
    Path file = folder.resolve("plan");
    assertThatThrownBy(() -> Spared.read(file)).hasMessageContaining("there is no " + file);
    Files.writeString(file, "hello\n");
    assertThatThrownBy(() -> Spared.read(file)).hasMessageContaining("is no plan");
    Files.writeString(file, "racewatch-plan/1\nnonsense\n");
    assertThatThrownBy(() -> Spared.read(file)).hasMessageContaining("none of a plan: nonsense");
  }

  private Spared spared(String hash) throws IOException {
    Path file = folder.resolve("plan");
    Files.writeString(
        file, "racewatch-plan/1\nclass " + NAME + " " + hash + "\nfield " + NAME + ".guarded\n");
    return Spared.read(file);
  }

  /** How often the woven class reads the shadow of a field. */
  private static int checks(Spared spared, String field) throws IOException {
    byte[] woven =
        new Weaver(Catalog.load(), spared)
            .weave(file(NAME), types(), WeaveMode.loading(true))
            .bytes();
    int[] count = new int[1];
    new ClassReader(woven)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String type, String signature, String[] thrown) {
                return new MethodVisitor(Opcodes.ASM9) {
                  @Override
                  public void visitFieldInsn(int opcode, String owner, String name, String type) {
                    boolean shadow = name.startsWith("$rw$") && name.endsWith(field);
                    count[0] += opcode == Opcodes.GETFIELD && shadow ? 1 : 0;
                  }
                };
              }
            },
            0);
    return count[0];
  }

  private static TypeIndex types() {
    return new LoaderTypes().of(SparedTest.class.getClassLoader());
  }

  private static byte[] file(String name) throws IOException {
    try (InputStream in =
        SparedTest.class.getClassLoader().getResourceAsStream(name.concat(".class"))) {
      return in.readAllBytes();
    }
  }

  private static String hash(byte[] file) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file), 0, 16);
  }
}
