package io.racewatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RunCommandTest {
  private static final Path JAR = Path.of("/opt/racewatch.jar");

  private static RunCommand command(String... program) {
    return new RunCommand(List.of(program));
  }

  @Test
  void theAgentComesRightAfterJava() {
    RunCommand command = command("/jdk/bin/java", "-Xmx1g", "-jar", "app.jar", "--", "x");
    command.arguments().given().put("exitcode", "66");
    command.arguments().given().put("include", "a.*,b.*");
    assertThat(command.command(JAR))
        .containsExactly(
            "/jdk/bin/java",
            "-javaagent:/opt/racewatch.jar=exitcode=66,include=a.*,b.*",
            "-Xmx1g",
            "-jar",
            "app.jar",
            "--",
            "x");
  }

  @Test
  void aValueThatTheAgentWouldSplitGoesAsAProperty() {
    Map<String, String> options = new TreeMap<>(Map.of("output", "a,b=c", "mode", "locks"));
    assertThat(AgentOptions.arguments(JAR, options))
        .containsExactly("-javaagent:/opt/racewatch.jar=mode=locks", "-Dracewatch.output=a,b=c");
    assertThatThrownBy(() -> AgentOptions.text(options)).isInstanceOf(CliException.class);
  }

  @Test
  void otherProgramsGetAHint() {
    assertThatThrownBy(() -> command("./gradlew", "test").command(JAR))
        .isInstanceOf(CliException.class)
        .hasMessage("'./gradlew' is not java")
        .extracting(e -> ((CliException) e).hint())
        .isEqualTo("for others set JAVA_TOOL_OPTIONS=-javaagent:/opt/racewatch.jar");
  }

  @Test
  void recordIsNoOptionOfTheAgent() {
    RunCommand command = command("java", "-jar", "app.jar");
    new picocli.CommandLine(command).parseArgs("--record", "/tmp/run.std");
    assertThat(command.command(JAR))
        .containsExactly(
            "java",
            "-javaagent:/opt/racewatch.jar",
            "-Dio.racewatch.record=/tmp/run.std",
            "-jar",
            "app.jar");
  }
}
