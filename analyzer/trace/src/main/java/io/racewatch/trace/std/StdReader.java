package io.racewatch.trace.std;

import io.racewatch.trace.Trace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Reads STD traces in UTF-8, a block at a time.
 *
 * <pre>
 * line     = thread '|' op '|' location        LF or CRLF; the last line needs no end
 * thread   = any text without '|', not empty
 * op       = ('r'|'w') '(' name ')' | ('acq'|'rel') '(' name ')' | ('fork'|'join') '(' name ')'
 *          | 'begin'… | 'end'… | 'dummy'…
 * name     = no space, no '|', not empty; parentheses are allowed
 * location = a Java int
 * </pre>
 *
 * <p>There are no blank lines and no comments. Every line is one event, so the number of a line is
 * that of its event. Stateless.
 */
public final class StdReader {
  private static final int BLOCK = 1 << 16;

  /** A longer line is no event but the wrong file. */
  private static final int LONGEST = 1 << 20;

  private final InputStream in;
  private final LineParser parser;
  private byte[] buffer = new byte[BLOCK];
  private int start;
  private int end;
  private long line;

  private StdReader(InputStream in, Trace.Builder to) {
    this.in = in;
    this.parser = new LineParser(to);
  }

  /**
   * Reads a file.
   *
   * @throws TraceSyntaxException if a line is no event
   * @throws IOException if it cannot be read
   */
  public static Trace read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in);
    }
  }

  /**
   * Reads to the end.
   *
   * @param in needs no buffer; the caller closes it
   * @throws TraceSyntaxException if a line is no event
   * @throws IOException if it cannot be read
   */
  public static Trace read(InputStream in) throws IOException {
    Trace.Builder to = new Trace.Builder();
    new StdReader(in, to).run();
    return to.build();
  }

  private void run() throws IOException {
    int scanned = 0;
    while (true) {
      int at = start + scanned;
      while (at < end && buffer[at] != '\n') {
        at++;
      }
      if (at < end) {
        event(start, at);
        start = at + 1;
        scanned = 0;
        continue;
      }
      scanned = at - start;
      if (!fill()) {
        break;
      }
    }
    if (end > start) {
      event(start, end);
    }
  }

  /** Reads on behind what is there; false at the end. */
  private boolean fill() throws IOException {
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      end -= start;
      start = 0;
    }
    if (end == buffer.length) {
      if (end > LONGEST) {
        throw new TraceSyntaxException(line + 1, "more than " + LONGEST + " bytes in one line");
      }
      buffer = Arrays.copyOf(buffer, end * 2);
    }
    int count = in.read(buffer, end, buffer.length - end);
    end += Math.max(0, count);
    return count >= 0;
  }

  private void event(int from, int to) throws TraceSyntaxException {
    line++;
    int stop = to > from && buffer[to - 1] == '\r' ? to - 1 : to;
    String wrong = parser.parse(buffer, from, stop);
    if (wrong != null) {
      throw new TraceSyntaxException(line, wrong);
    }
  }
}
