package io.racewatch.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A JVM that runs.
 *
 * @param process it
 * @param folder where it runs, with {@code stdout.txt}, {@code stderr.txt} and {@code report}
 */
record Running(Process process, Path folder) {
  private static final long MINUTES = 2;

  /** Waits until it wrote the line to stdout. */
  Running awaitLine(String line) {
    return await("stdout.txt", line + "\n");
  }

  /** Waits until there is such text on stderr. */
  Running awaitError(String text) {
    return await("stderr.txt", text);
  }

  private Running await(String file, String text) {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
    while (!text(folder.resolve(file)).contains(text)) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        process.destroyForcibly();
        throw new AssertionError("'" + text + "' never came: " + await());
      }
      Thread.yield();
    }
    return this;
  }

  /** Waits for its end; kills it when it takes minutes. */
  Outcome await() {
    try {
      boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
      if (!ended) {
        process.destroyForcibly().waitFor();
      }
      Outcome outcome =
          new Outcome(
              process.exitValue(),
              text(folder.resolve("stdout.txt")),
              text(folder.resolve("stderr.txt")),
              folder);
      if (!ended) {
        throw new AssertionError("did not end: " + outcome);
      }
      return outcome;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
