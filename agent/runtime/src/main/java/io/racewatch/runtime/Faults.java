package io.racewatch.runtime;

import io.racewatch.format.Entry;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Errors of our own: counted, said once in the report, never thrown into the program.
 *
 * <p>A StackOverflowError or OutOfMemoryError is the program's own condition, met inside a hook.
 * Handlers count those themselves, by {@link #cut} or {@link #cutOrders}: on a full stack no call
 * can be made.
 */
final class Faults {
  private static final int SAID = 20;

  /** Errors before racewatch gives up. */
  private static final int MOST = 1000;

  /** Hooks count how deep they are in {@code inside}, and never come down to 0 from here. */
  private static final int DISABLED = 1 << 20;

  private static final AtomicInteger COUNT = new AtomicInteger();

  /** Checks that ended early on a full stack or heap; racy increments may lose some. */
  static int cut;

  /** The same of hooks that observe synchronisation, so that an order may be missing. */
  static int cutOrders;

  private static boolean toldCut;

  /** Nothing is reported any more: what is missing would look like races. */
  static volatile boolean gaveUp;

  private Faults() {}

  static void caught(String part, Throwable error) {
    int count = COUNT.incrementAndGet();
    try {
      if (count <= SAID) {
        Recorder.append(new Entry.Note(Entry.FAULT + part + ": " + describe(error)));
      }
      if (count >= MOST) {
        giveUp(count);
      }
    } catch (StackOverflowError | OutOfMemoryError full) {
      cut++;
    }
  }

  /** Has the run file say that orders may be missing, as soon as some may: it may have no end. */
  static void tellCut() {
    if (cutOrders != 0 && !toldCut) {
      Entry note = new Entry.Note(Entry.CUT); // may fail, and is tried again then
      toldCut = true;
      Recorder.append(note);
    }
  }

  /** The same at the end, with numbers. */
  static void tellAllCut() {
    tellCut();
    int all = cut + cutOrders;
    if (all != 0) {
      String text = " hooks met a full stack or heap and did nothing; races may be missing";
      Recorder.append(new Entry.Note(Integer.toString(all).concat(text)));
    }
  }

  /** What fails that often would only slow the program down; a disabled thread fails no more. */
  private static void giveUp(int count) {
    if (count == MOST) {
      gaveUp = true;
      Recorder.off();
      Recorder.append(
          new Entry.Note("after " + MOST + " internal errors nothing more was watched"));
    }
    ThreadState.current().inside += DISABLED;
  }

  private static String describe(Throwable error) {
    StackTraceElement[] stack = error.getStackTrace();
    return error + (stack.length > 0 ? " at " + stack[0] : "");
  }

  static int count() {
    return COUNT.get();
  }
}
