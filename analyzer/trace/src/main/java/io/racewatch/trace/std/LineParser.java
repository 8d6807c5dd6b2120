package io.racewatch.trace.std;

import io.racewatch.trace.Op;
import io.racewatch.trace.Trace;
import java.nio.charset.StandardCharsets;

/** Turns one line into an event. Not thread-safe. */
final class LineParser {
  /** How much of a wrong line a message shows. */
  private static final int SHOWN = 60;

  private static final Op[] OPS = Op.values();
  private static final byte[][] WORDS = new byte[OPS.length][];

  static {
    for (Op op : OPS) {
      WORDS[op.ordinal()] = op.word().getBytes(StandardCharsets.US_ASCII);
    }
  }

  private final Trace.Builder to;

  LineParser(Trace.Builder to) {
    this.to = to;
  }

  /** Adds the event of a line without its end; what is wrong, or null. */
  String parse(byte[] in, int from, int end) {
    int first = find(in, '|', from, end);
    int second = first < 0 ? -1 : find(in, '|', first + 1, end);
    if (second < 0) {
      return from == end
          ? "an empty line; there is one event a line"
          : "not thread|op|location: '" + shown(in, from, end) + "'";
    }
    if (find(in, '|', second + 1, end) >= 0) {
      return "more than two '|': '" + shown(in, from, end) + "'";
    }
    if (first == from) {
      return "no thread: '" + shown(in, from, end) + "'";
    }
    long location = integer(in, second + 1, end);
    if (location > Integer.MAX_VALUE) {
      return "the location '" + shown(in, second + 1, end) + "' is not a 32-bit integer";
    }
    Op op = op(in, first + 1, second);
    if (op == null) {
      return "'" + shown(in, first + 1, second) + "' is none of " + known();
    }
    int thread;
    if (op.isIdle()) {
      thread = to.threads().number(in, from, first);
      to.add(thread, op, -1, (int) location);
      return null;
    }
    int open = first + 1 + WORDS[op.ordinal()].length;
    if (!isName(in, open + 1, second - 1)) {
      return "'" + shown(in, first + 1, second) + "' needs one name without spaces";
    }
    thread = to.threads().number(in, from, first);
    int operand = to.operands(op).number(in, open + 1, second - 1);
    to.add(thread, op, operand, (int) location);
    return null;
  }

  private static int find(byte[] in, char what, int from, int end) {
    for (int i = from; i < end; i++) {
      if (in[i] == what) {
        return i;
      }
    }
    return -1;
  }

  private static Op op(byte[] in, int from, int end) {
    for (Op op : OPS) {
      byte[] word = WORDS[op.ordinal()];
      int after = from + word.length;
      if (after <= end && startsWith(in, from, word)) {
        if (op.isIdle() && (after == end || in[after] == '(')) {
          return op;
        }
        if (!op.isIdle() && after < end && in[after] == '(' && in[end - 1] == ')') {
          return op;
        }
      }
    }
    return null;
  }

  private static boolean startsWith(byte[] in, int from, byte[] word) {
    for (int i = 0; i < word.length; i++) {
      if (in[from + i] != word[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isName(byte[] in, int from, int end) {
    for (int i = from; i < end; i++) {
      if (in[i] == ' ' || in[i] >= '\t' && in[i] <= '\r') {
        return false;
      }
    }
    return from < end;
  }

  /** The number, or something above all ints. As {@link Integer#parseInt(String)}. */
  private static long integer(byte[] in, int from, int end) {
    boolean signed = from < end && (in[from] == '-' || in[from] == '+');
    boolean negative = signed && in[from] == '-';
    int at = signed ? from + 1 : from;
    if (at == end) {
      return Long.MAX_VALUE;
    }
    long value = 0;
    for (; at < end; at++) {
      if (in[at] < '0' || in[at] > '9') {
        return Long.MAX_VALUE;
      }
      value = value * 10 + in[at] - '0';
      if (value > 1L << 31) {
        return Long.MAX_VALUE;
      }
    }
    return negative ? -value : value;
  }

  private static String known() {
    return "r(x), w(x), acq(l), rel(l), fork(t), join(t), begin, end, dummy";
  }

  private static String shown(byte[] in, int from, int end) {
    boolean cut = end - from > SHOWN;
    String text = new String(in, from, Math.min(end - from, SHOWN), StandardCharsets.UTF_8);
    StringBuilder clean = new StringBuilder();
    text.chars().forEach(c -> clean.append(c < ' ' || c == 127 ? '?' : (char) c));
    return cut ? clean + "…" : clean.toString();
  }
}
