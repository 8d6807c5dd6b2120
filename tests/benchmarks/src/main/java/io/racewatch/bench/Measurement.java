package io.racewatch.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One run of a child process. Linux only: the figures come from {@code /proc}.
 *
 * @param cpuMillis user and system time of the child and of the children that it waited for
 * @param wallMillis from start to end
 * @param peakKib the largest resident set that was seen
 * @param exit its exit code
 * @param output what it printed on stdout
 */
record Measurement(long cpuMillis, long wallMillis, long peakKib, int exit, String output) {
  /** The kernel counts CPU time for user space in hundredths of a second (proc(5), USER_HZ). */
  private static final long MILLIS_PER_TICK = 10;

  /** Fields of {@code /proc/PID/stat} behind the name: cutime and cstime are 16 and 17 of all. */
  private static final int CUTIME_AFTER_NAME = 13;

  private static final int POLL_MILLIS = 5;

  /** The exit code of a run that took too long and was ended. */
  static final int CUT = Integer.MIN_VALUE;

  /**
   * Runs the command in the folder, and ends it after the limit; its stderr goes to {@code
   * stderr.txt} there.
   */
  static Measurement of(List<String> command, Path folder, long limitSeconds) throws Exception {
    Path out = folder.resolve("stdout.txt");
    long cpu = childrenMillis();
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(folder.resolve("stderr.txt").toFile())
            .start();
    long peak = 0;
    boolean cut = false;
    // VmHWM never shrinks, so polling misses only growth in the last moments.
    while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
      peak = Math.max(peak, peakKib(process.pid()));
      cut = cut || System.nanoTime() - start > TimeUnit.SECONDS.toNanos(limitSeconds);
      if (cut) {
        process.destroyForcibly();
      }
    }
    long wall = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    return new Measurement(
        childrenMillis() - cpu, wall, peak, cut ? CUT : process.exitValue(), Files.readString(out));
  }

  /** CPU time of all children that have ended and been waited for. */
  private static long childrenMillis() throws IOException {
    String stat = Files.readString(Path.of("/proc/self/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    long ticks =
        Long.parseLong(fields[CUTIME_AFTER_NAME]) + Long.parseLong(fields[CUTIME_AFTER_NAME + 1]);
    return ticks * MILLIS_PER_TICK;
  }

  private static long peakKib(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0; // It has just ended.
    }
  }
}
