package io.racewatch.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What a finished process left. */
record Fork(int exit, String out, String err) {
  private static final long LIMIT_SECONDS = 120;

  /** Runs in a folder of its own, without what the environment says about JVMs and racewatch. */
  static Fork run(Path folder, String... command) throws IOException, InterruptedException {
    return runWith(folder, null, command);
  }

  static Fork runWith(Path folder, String toolOptions, String... command)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder
        .environment()
        .keySet()
        .removeIf(key -> key.startsWith("RACEWATCH") || key.equals("JAVA_TOOL_OPTIONS"));
    if (toolOptions != null) {
      builder.environment().put("JAVA_TOOL_OPTIONS", toolOptions);
    }
    Process process = builder.start();
    boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly();
    }
    assertThat(ended).as("ended in time: %s", String.join(" ", command)).isTrue();
    return new Fork(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  /** Lines on stderr that are not racewatch's. */
  List<String> foreignLines() {
    return err.lines().filter(line -> !line.startsWith("[racewatch]")).toList();
  }
}
