package com.example.suite.kinds;

import java.util.concurrent.atomic.AtomicBoolean;

/** Flags that let in one thread, once. */
public class OneShots {
  private final AtomicBoolean started = new AtomicBoolean();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final AtomicBoolean asked = new AtomicBoolean();
  private final AtomicBoolean busy = new AtomicBoolean();
  private final AtomicBoolean handed = new AtomicBoolean();
  private Thread safeStarted;
  private int safeClosed;
  private int safeByMethod;
  private int racyInverted;
  private int mayRaceSetBack;
  private int mayRaceHandedOn;
  private int racyAfter;

  void start() {
    if (started.compareAndSet(false, true)) {
      safeStarted = new Thread(() -> {});
      safeStarted.start();
    }
    racyAfter++;
  }

  void close() {
    if (closed.getAndSet(true)) {
      racyInverted++;
      return;
    }
    safeClosed = 4;
  }

  private boolean first() {
    return asked.compareAndSet(false, true);
  }

  void ask() {
    if (first()) {
      safeByMethod++;
    }
  }

  void again() {
    if (busy.compareAndSet(false, true)) {
      mayRaceSetBack++;
    }
  }

  void hand() {
    if (handed.compareAndSet(false, true)) {
      mayRaceHandedOn++;
    }
    reset(handed);
  }

  static void reset(AtomicBoolean any) {
    any.set(false);
  }

  /** Runs it all in two threads. */
  public static void main(String[] args) {
    OneShots shared = new OneShots();
    for (int i = 0; i < 2; i++) {
      new Thread(
              () -> {
                shared.start();
                shared.close();
                shared.ask();
                shared.again();
                shared.hand();
              })
          .start();
    }
    shared.busy.set(args.length > 0);
  }
}
