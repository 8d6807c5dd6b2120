package io.racewatch.weaving.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Jazzer on {@link FuzzTarget}, for {@code -Dfuzz.seconds}, in sessions of five minutes that share
 * a corpus. Part of the profile {@code fuzz}.
 */
class FuzzProof {
  private static final Path FOLDER = Path.of("target/fuzz");
  private static final long SESSION_SECONDS = 300;
  private static final Pattern UNITS = Pattern.compile("number_of_executed_units: (\\d+)");
  private static final String FUZZED =
      "io.racewatch.instrument.**:io.racewatch.bytecode.**:io.racewatch.weaving.fuzz.**";

  @Test
  void nothingIsFound() throws IOException, InterruptedException {
    Path corpus = FOLDER.resolve("corpus");
    SeedCorpus.main(new String[] {corpus.toString()});
    long end = System.nanoTime() + Duration.ofSeconds(seconds()).toNanos();
    long executed = 0;
    for (int session = 1; System.nanoTime() < end; session++) {
      long left = Math.max(1, Duration.ofNanos(end - System.nanoTime()).toSeconds());
      File out = FOLDER.resolve("session-" + session + ".txt").toFile();
      int exit = session(corpus, Math.min(left, SESSION_SECONDS), session, out);
      String said = Files.readString(out.toPath(), java.nio.charset.StandardCharsets.ISO_8859_1);
      assertThat(said).as("see %s", out).doesNotContain("== Java Exception");
      assertThat(exit).as("see %s", out).isZero();
      executed += units(said);
    }
    System.out.println("fuzzed: " + executed + " inputs, none of them a finding");
    assertThat(executed).isGreaterThan(seconds());
  }

  private static long seconds() {
    return Long.getLong("fuzz.seconds", 60);
  }

  private static int session(Path corpus, long seconds, int seed, File out)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    command.addAll(List.of(System.getProperty("fuzz.internals").split(" ")));
    command.addAll(List.of("-Xmx1100m", "-XX:+UseSerialGC", "-Dfuzz.output=" + FOLDER));
    command.addAll(List.of("-Dfuzz.lib=target/lib", "-cp"));
    String jazzer = "target/fuzz-lib/*" + File.pathSeparator;
    command.add(jazzer + System.getProperty("java.class.path"));
    command.add("com.code_intelligence.jazzer.Jazzer");
    command.add("--target_class=" + FuzzTarget.class.getName());
    command.add("--instrumentation_includes=" + FUZZED);
    // Or it rewrites the programs that are run, whose messages name locals by number.
    command.addAll(List.of("--custom_hook_excludes=**", "--reproducer_path=" + FOLDER));
    command.addAll(List.of(corpus.toString(), "-artifact_prefix=" + FOLDER + "/"));
    command.addAll(List.of("-max_len=12000", "-timeout=60", "-print_final_stats=1"));
    command.addAll(List.of("-seed=" + seed, "-max_total_time=" + seconds));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(out)
        .start()
        .waitFor();
  }

  private static long units(String said) {
    Matcher matcher = UNITS.matcher(said);
    return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
  }
}
