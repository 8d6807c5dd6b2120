package io.racewatch.code.pattern.programs;

/** Loops that wait for a field. */
class Spins {
  private boolean stopped;
  private volatile boolean visible;
  private static int state;
  private int count;
  private volatile int[] slots = new int[8];
  private final int[] plain = new int[8];

  void spins() {
    while (!stopped) { // likely: spin-on-plain-field
      Thread.yield();
    }
  }

  static void spinsOnStatic() {
    while (state != 3) {} // likely: spin-on-plain-field
  }

  void spinsOnVolatile() {
    while (!visible) {
      Thread.onSpinWait();
    }
  }

  void works() {
    while (!stopped) {
      count();
    }
  }

  void counts() {
    while (count < 10) {
      count++;
    }
  }

  void guarded() {
    for (; ; ) {
      synchronized (this) {
        if (stopped) {
          return;
        }
      }
    }
  }

  void element(int at) {
    slots[at] = 1; // likely: volatile-array
  }

  void copied(int at) {
    int[] copy = slots.clone();
    copy[at] = 1;
    slots = copy;
  }

  void republished(int at) {
    int[] now = slots;
    now[at] = 1;
    slots = now;
  }

  synchronized void guardedElement(int at) {
    slots[at] = 1;
  }

  void plainElement(int at) {
    plain[at] = 1;
  }

  void stop() {
    stopped = true;
    visible = true;
    state = 3;
  }

  private void count() {
    count++;
  }
}
