package io.racewatch.runtime;

import io.racewatch.format.Entry;
import io.racewatch.runtime.log.AgentLog;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The file of a recorded trace, and beside it {@code FILE.locations}: a line for each number in its
 * last column, with the place it stands for. Used under the lock of {@link TraceLog}.
 */
final class TraceFile {
  private static final int FULL = 1 << 16;

  private static final StringBuilder LINES = new StringBuilder();
  private static final StringBuilder LOCATIONS = new StringBuilder();
  private static boolean[] told = new boolean[1024];
  private static FileOutputStream file;
  private static FileOutputStream locations;

  private TraceFile() {}

  static boolean open(String name) {
    try {
      file = new FileOutputStream(name);
      locations = new FileOutputStream(name + ".locations");
      return true;
    } catch (IOException e) {
      failed(e);
      return false;
    }
  }

  static void line(String thread, String op, String operand, int site) {
    LINES.append(thread).append('|').append(op).append('(').append(clean(operand)).append(")|");
    LINES.append(site).append('\n');
    location(site);
    if (LINES.length() >= FULL) {
      write();
    }
  }

  private static void location(int site) {
    if (site >= told.length) {
      told = java.util.Arrays.copyOf(told, Math.max(site + 1, told.length * 2));
    }
    if (site > 0 && !told[site]) {
      told[site] = true;
      Entry.Place p = Sites.place(site);
      if (p != null) {
        LOCATIONS.append(site).append('\t').append(p.className()).append('.').append(p.method());
        LOCATIONS.append('(').append(p.file()).append(':').append(p.line()).append(")\n");
      }
    }
  }

  /** A name as the format allows it. */
  static String clean(String name) {
    StringBuilder clean = null;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c <= ' ' || c == '|') {
        clean = clean == null ? new StringBuilder(name) : clean;
        clean.setCharAt(i, '_');
      }
    }
    String text = clean == null ? name : clean.toString();
    return text.isEmpty() ? "thread" : text;
  }

  private static void write() {
    try {
      if (file != null) {
        file.write(LINES.toString().getBytes(StandardCharsets.UTF_8));
        locations.write(LOCATIONS.toString().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      file = null;
      failed(e);
    }
    LINES.setLength(0);
    LOCATIONS.setLength(0);
  }

  static void close() {
    write();
    try {
      if (file != null) {
        file.close();
        locations.close();
        file = null;
      }
    } catch (IOException e) {
      failed(e);
    }
  }

  private static void failed(IOException e) {
    AgentLog.line("the trace cannot be recorded: " + e.getMessage());
  }
}
