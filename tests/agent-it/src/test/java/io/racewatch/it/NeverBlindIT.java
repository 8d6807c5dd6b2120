package io.racewatch.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ByteVector;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Every way of seeing nothing, caused: the program goes on as ever, the report says it first, and
 * neither the process nor {@code check} ends as a clean one.
 */
class NeverBlindIT {
  private static final String ENDING = "com.example.programs.Ending";
  private static final int BLIND = 70;

  @ParameterizedTest
  @ValueSource(strings = {"exclude=*", "include=no.such.Thing"})
  void whenEveryClassIsExcluded(String option) {
    Outcome outcome =
        Jvm.watched(Jdk.current(), "excluded", "exitcode=66", option)
            .main(ENDING, "race", "exit", "3")
            .run();
    assertBlind(outcome, "NOTHING WATCHED");
  }

  @Test
  void excludedClassesInLocksModeAreNothingToWorryAbout() {
    Outcome outcome =
        Jvm.watched(Jdk.current(), "locks", "exitcode=66", "mode=locks", "exclude=*")
            .main(ENDING, "race", "exit", "3")
            .run();
    assertThat(outcome.exit()).as("%s", outcome).isEqualTo(3);
    assertThat(check(outcome)).isZero();
  }

  /** Each class that hooks stand on throws whatever is asked of it; hooks themselves catch. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Held",
        "LockSet",
        "Races",
        "RaceTable",
        "Access",
        "Sites",
        "Threads",
        "Traces",
        "Detector",
        "Tasks",
        "clock/VectorClock",
        "clock/SlotTable",
        "table/IdentityTable",
        "log/RunLog",
        "log/EdgeBuffer"
      })
  void whenHooksFail(String victim) {
    Jvm jvm = Jvm.of(Jdk.current(), "fault");
    Outcome outcome =
        Sabotage.of(jvm, "throw:io/racewatch/runtime/" + victim)
            .agent("output=" + jvm.report() + ",exitcode=66")
            .main("com.example.programs.Busy")
            .run();
    assertThat(outcome.out()).as("%s", outcome).isEqualTo("40000\n");
    assertThat(outcome.exit()).as("%s", outcome).isEqualTo(BLIND);
    assertThat(outcome.err()).contains("BLIND RUN");
    assertThat(outcome.err())
        .doesNotContain("\tat io.racewatch")
        .doesNotContain(" certain data-race");
  }

  @ParameterizedTest
  @ValueSource(strings = {"weave/Weaver", "start/RunHeader", "jdk/JdkHookInstaller"})
  void whenTheStartFails(String victim) {
    Jvm jvm = Jvm.of(Jdk.current(), "start-fault");
    Outcome outcome =
        Sabotage.of(jvm, "throw:io/racewatch/instrument/" + victim)
            .agent("output=" + jvm.report() + ",exitcode=66")
            .main("com.example.programs.Busy")
            .run();
    assertThat(outcome.out()).as("%s", outcome).isEqualTo("40000\n");
    assertThat(outcome.exit()).as("%s", outcome).isEqualTo(BLIND);
    assertThat(outcome.err()).contains("BLIND RUN");
  }

  @Test
  void whenAClassCannotBeRead() throws IOException {
    Path folder = Places.folder("odd-class");
    Path file = folder.resolve(ENDING.replace('.', '/') + ".class");
    Files.createDirectories(file.getParent());
    Files.write(file, odd(Places.PROGRAMS.resolve(folder.relativize(file))));
    Outcome outcome =
        Jvm.watched(Jdk.current(), "odd", "exitcode=66")
            .main(List.of(folder, Places.SAMPLE_CLASSES), ENDING, "clean", "exit", "3")
            .run();
    assertBlind(outcome, "BLIND RUN");
    assertThat(outcome.err()).contains("not watched: " + ENDING);
    assertThat(outcome.report().runs().get(0).failures())
        .singleElement()
        .asString()
        .contains(ENDING);
  }

  @Test
  void whenItComesTooLate() {
    Running program =
        Jvm.of(Jdk.current(), "late").main(ENDING, "clean", "wait").start().awaitLine("waiting");
    String report = program.folder().resolve("report").toString();
    String pid = Long.toString(program.process().pid());
    Outcome attach = Jvm.command(Jdk.current(), "attach", "--output", report, pid).run();
    assertThat(attach.exit()).as("%s", attach).isZero();
    program.process().destroy();
    Outcome outcome = program.await();
    assertThat(reportLines(outcome)).first().asString().contains("STARTED LATE");
    assertThat(check(outcome)).isEqualTo(BLIND);
    assertThat(check(outcome, "--fail-on", "likely")).isZero();
  }

  private static void assertBlind(Outcome outcome, String headline) {
    assertThat(outcome.exit()).as("%s", outcome).isEqualTo(BLIND);
    assertThat(outcome.out()).isEqualTo("worked\n");
    assertThat(reportLines(outcome)).first().asString().contains(headline);
    assertThat(outcome.report().runs()).extracting(Report.Run::canary).containsExactly("blind");
    assertThat(check(outcome)).isEqualTo(BLIND);
  }

  /** Our lines without those that come while the program runs. */
  private static List<String> reportLines(Outcome outcome) {
    return outcome
        .err()
        .lines()
        .filter(line -> line.startsWith("[racewatch]"))
        .filter(line -> !line.contains("data race on"))
        .toList();
  }

  private static int check(Outcome outcome, String... more) {
    String[] arguments = new String[more.length + 2];
    arguments[0] = "check";
    System.arraycopy(more, 0, arguments, 1, more.length);
    arguments[more.length + 1] = outcome.folder().resolve("report").toString();
    return Jvm.command(Jdk.current(), arguments).run().exit();
  }

  /** The class with annotations that no reader understands; the JVM does not look at them. */
  private static byte[] odd(Path original) throws IOException {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(Files.readAllBytes(original))
        .accept(
            new ClassVisitor(Opcodes.ASM9, writer) {
              @Override
              public void visitEnd() {
                visitAttribute(new Garbage());
                super.visitEnd();
              }
            },
            0);
    return writer.toByteArray();
  }

  private static final class Garbage extends Attribute {
    Garbage() {
      super("RuntimeVisibleAnnotations");
    }

    @Override
    protected ByteVector write(
        ClassWriter writer, byte[] code, int length, int maxStack, int maxLocals) {
      return new ByteVector().putShort(0xFFFF).putShort(0xFFFF);
    }
  }
}
