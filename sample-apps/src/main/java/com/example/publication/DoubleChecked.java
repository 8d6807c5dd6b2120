package com.example.publication;

import com.example.support.Threads;

// race: instance, Settings.size
/** Double-checked locking without volatile. */
public final class DoubleChecked {
  private static Settings instance;

  private DoubleChecked() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.inOrder(() -> get(), () -> System.out.println("size " + get().size)); // racy
  }

  private static Settings get() {
    if (instance == null) { // racy
      synchronized (DoubleChecked.class) {
        if (instance == null) {
          instance = new Settings(); // racy
        }
      }
    }
    return instance; // racy
  }

  private static final class Settings {
    private int size;

    Settings() {
      size = 42; // racy
    }
  }
}
