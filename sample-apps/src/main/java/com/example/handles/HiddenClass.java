package com.example.handles;

import com.example.support.Threads;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;

// race: Counter.count
/** A hidden class is watched like any other; its frames do not show in stacks. */
public final class HiddenClass {
  private HiddenClass() {}

  /** The class file of this one is defined anew, hidden. */
  public static final class Counter implements Runnable {
    private static int total;

    private int count;
    private volatile int last;

    @Override
    public void run() {
      synchronized (Counter.class) {
        total++;
      }
      last = count;
      count++;
    }

    @Override
    public String toString() {
      return count + " " + last + " " + total;
    }
  }

  /** Starts here. */
  public static void main(String[] args) throws Exception {
    byte[] file;
    try (InputStream in = HiddenClass.class.getResourceAsStream("HiddenClass$Counter.class")) {
      file = in.readAllBytes();
    }
    Class<?> hidden = MethodHandles.lookup().defineHiddenClass(file, true).lookupClass();
    Runnable counter = (Runnable) hidden.getDeclaredConstructor().newInstance();
    Threads.inOrder(
        () -> {
          counter.run(); // racy
        },
        () -> {
          counter.run(); // racy
        });
    System.out.println(hidden.isHidden() + " " + counter);
  }
}
