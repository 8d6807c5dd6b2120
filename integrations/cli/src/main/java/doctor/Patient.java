package doctor;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A race, a lock-order cycle, and a counter that is guarded as it should be.
 *
 * <p>The two threads take the locks one after the other, so that they never really block each
 * other; they see the order by a file, which is no synchronisation of the Java memory model.
 */
public final class Patient {
  private final Object first = new Object();
  private final Object second = new Object();
  private int racy;
  private int guarded;

  private Patient() {}

  /** Runs it; the argument is a file that does not exist yet. */
  public static void main(String[] arguments) throws InterruptedException {
    Patient patient = new Patient();
    Path turn = Path.of(arguments[0]);
    Thread one = new Thread(() -> patient.forwards(turn), "one");
    Thread two = new Thread(() -> patient.backwards(turn), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  private void forwards(Path turn) {
    synchronized (first) {
      synchronized (second) {
        guarded++;
      }
    }
    racy++;
    try {
      Files.createFile(turn);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void backwards(Path turn) {
    racy++;
    while (!Files.exists(turn)) {
      Thread.onSpinWait();
    }
    synchronized (second) {
      synchronized (first) {
        guarded++;
      }
    }
  }
}
