package io.racewatch.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is measured on. */
final class Machine {
  private Machine() {}

  /** The version of a JDK. */
  static String jdk(Path java) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(java.toString(), "-XshowSettings:properties", "-version")
            .redirectErrorStream(true)
            .start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return text.lines()
        .filter(line -> line.trim().startsWith("java.version ="))
        .map(line -> line.substring(line.indexOf('=') + 1).trim())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no JDK: " + java));
  }

  /** Processor, cores, memory. */
  static String text() throws IOException {
    String cpu = first("/proc/cpuinfo", "model name");
    long kib = Long.parseLong(first("/proc/meminfo", "MemTotal").replaceAll("\\D", ""));
    return Runtime.getRuntime().availableProcessors()
        + " CPUs, "
        + cpu
        + ", "
        + (kib >> 20)
        + " GiB, Linux "
        + System.getProperty("os.version");
  }

  private static String first(String file, String key) throws IOException {
    return Files.readAllLines(Path.of(file)).stream()
        .filter(line -> line.startsWith(key))
        .map(line -> line.substring(line.indexOf(':') + 1).trim())
        .findFirst()
        .orElse("unknown");
  }
}
