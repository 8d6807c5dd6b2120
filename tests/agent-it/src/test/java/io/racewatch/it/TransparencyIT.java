package io.racewatch.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A program that is watched means what it meant before. */
class TransparencyIT {
  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void helloHasOneLineOfOurs(Jdk jdk) {
    Outcome outcome = Jvm.watched(jdk, "hello").main("com.example.programs.Hello").run();
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out()).isEqualTo("hello\n");
    assertThat(outcome.err().lines()).singleElement().asString().startsWith("[racewatch]");
    assertThat(outcome.report().runs().get(0).canary()).isEqualTo("ok");
  }

  @ParameterizedTest
  @MethodSource("ends")
  void signalsHooksAndExitCodes(Jdk jdk, String how) {
    String main = "com.example.programs.AtExit";
    Outcome plain = Jvm.of(jdk, "at-exit-plain").main(main, how).run();
    Outcome watched = Jvm.watched(jdk, "at-exit").main(main, how).run();
    assertThat(watched.out()).as("%s", watched).isEqualTo(plain.out());
    assertThat(watched.out()).contains("USR2").contains("uncaught");
    assertThat(watched.exit()).isEqualTo(plain.exit());
    assertThat(watched.foreignLines()).isEqualTo(plain.foreignLines());
  }

  static List<Arguments> ends() {
    List<Arguments> all = new ArrayList<>();
    for (Jdk jdk : jdks()) {
      for (String how : List.of("exit", "halt", "throw", "term", "end")) {
        all.add(Arguments.of(jdk, how));
      }
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void whatAProgramSeesOfItself(Jdk jdk) {
    String[] options = {"-Xss512k"};
    String main = "com.example.programs.Meaning";
    Outcome plain = Jvm.of(jdk, "meaning-plain").vm(options).main(main).run();
    Outcome watched = Jvm.watched(jdk, "meaning-watched").vm(options).main(main).run();
    assertThat(plain.exit()).as("%s", plain).isZero();
    assertThat(watched.out()).as("%s", watched).isEqualTo(plain.out());
    assertThat(watched.foreignLines()).isEqualTo(plain.foreignLines());
    assertThat(watched.exit()).isZero();
    assertThat(watched.report().findings()).isEmpty();
    assertThat(watched.report().runs().get(0).failures()).isEmpty();
  }
}
