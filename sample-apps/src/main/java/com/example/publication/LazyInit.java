package com.example.publication;

import com.example.support.Threads;

// race: instance, Settings.size
/** A lazy singleton without any lock. */
public final class LazyInit {
  private static Settings instance;

  private LazyInit() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.inOrder(() -> get(), () -> System.out.println("size " + get().size)); // racy
  }

  private static Settings get() {
    if (instance == null) { // racy
      instance = new Settings(); // racy
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
