package io.racewatch.finish;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Lines on the process's stderr. Not through {@code System.err}: the program may have replaced it
 * by something that is closed or records what passes. A refused write is passed over, since there
 * is no place left to say so.
 */
final class Log {
  private final OutputStream out;

  Log() {
    this(new FileOutputStream(FileDescriptor.err));
  }

  Log(OutputStream out) {
    this.out = out;
  }

  /** Prints a line with our prefix. */
  void say(String line) {
    print(
        ("[racewatch] " + line.replaceAll("\\R\\s*", " ") + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Prints text as it is. */
  synchronized void print(byte[] text) {
    try {
      out.write(text);
      out.flush();
    } catch (IOException closed) {
      // Nobody listens.
    }
  }
}
