package com.example.publication;

import com.example.support.Threads;

// clean
/** Class initialisation orders the first user before all others (JLS 12.4.2). */
public final class HolderIdiom {
  private HolderIdiom() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.Body use =
        () -> System.out.println(Holder.INSTANCE.size + " " + Holder.plain + " " + Level.HIGH.rank);
    Threads.inOrder(use, use, use);
  }

  private static final class Holder {
    private static final Settings INSTANCE = new Settings();
    private static int plain = INSTANCE.size + 1;
  }

  private enum Level {
    LOW(1),
    HIGH(2);

    private int rank;

    Level(int rank) {
      this.rank = rank;
    }
  }

  private static final class Settings {
    private int size;

    Settings() {
      size = 42;
    }
  }
}
