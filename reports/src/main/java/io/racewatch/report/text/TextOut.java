package io.racewatch.report.text;

import io.racewatch.report.common.Wrap;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Lines of text with indentation, gathered so that the whole leaves in one write. */
final class TextOut {
  private static final int WIDTH = 100;
  private static final String PREFIX = "[racewatch] ";

  private final StringBuilder sb = new StringBuilder();

  void line(int indent, String text) {
    sb.append(" ".repeat(indent)).append(text).append('\n');
  }

  /** A line that a reader finds among the program's own output. */
  void logLine(String text) {
    line(0, PREFIX + text);
  }

  /** Text broken into lines; the lines after the first are set under the text of the first. */
  void wrapped(int indent, String label, String text) {
    String lead = " ".repeat(indent) + label;
    for (String line : Wrap.lines(text, WIDTH - lead.length())) {
      sb.append(lead).append(line).append('\n');
      lead = " ".repeat(lead.length());
    }
  }

  void blank() {
    sb.append('\n');
  }

  /** One write, so that the lines of another process cannot come between ours. */
  void flushTo(OutputStream out) throws IOException {
    out.write(sb.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
