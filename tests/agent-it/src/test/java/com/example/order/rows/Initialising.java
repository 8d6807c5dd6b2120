package com.example.order.rows;

import com.example.order.Meeting;

/** What initialisers call; public, since they belong to other loaders. */
public final class Initialising {
  private static final ThreadLocal<Meeting> current = new ThreadLocal<>();
  private static final ThreadLocal<Runnable> before = new ThreadLocal<>();

  private Initialising() {}

  /** Runs a first use whose initialiser does the first thread's accesses, after something else. */
  static void by(Meeting meeting, Runnable use, Runnable first) {
    current.set(meeting);
    before.set(first);
    use.run();
    current.remove();
    before.remove();
  }

  /** Called in the initialiser. */
  public static void now() {
    if (current.get() != null) {
      before.get().run();
      current.get().first();
    }
  }

  /** Uses a value. */
  public static void keep(Object read) {
    LanguageRows.keep(read);
  }
}
