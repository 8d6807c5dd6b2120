package com.example.publication;

import com.example.support.Threads;

// clean
/** Double-checked locking as it should be. */
public final class DoubleCheckedVolatile {
  private static volatile Settings instance;

  private DoubleCheckedVolatile() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.inOrder(() -> get(), () -> System.out.println("size " + get().size));
  }

  private static Settings get() {
    if (instance == null) {
      synchronized (DoubleCheckedVolatile.class) {
        if (instance == null) {
          instance = new Settings();
        }
      }
    }
    return instance;
  }

  private static final class Settings {
    private int size;

    Settings() {
      size = 42;
    }
  }
}
