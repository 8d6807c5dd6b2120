package io.racewatch.instrument.samples;

import java.util.concurrent.Callable;

/** Static fields, and the order that initialisation gives. */
public class Initialized implements Callable<String> {
  static final Object LOCK = new Object();
  static int[] table = {1, 2, 3};

  @Override
  public String call() {
    return table.length + " " + Holder.VALUE.length() + " " + Constants.NAMES.length + failing();
  }

  private static String failing() {
    try {
      return Failing.VALUE;
    } catch (ExceptionInInitializerError e) {
      return " " + e.getCause().getMessage();
    }
  }

  /** Initialised when first used. */
  static class Holder {
    static final StringBuilder VALUE = new StringBuilder("held");
  }

  /** An interface with an initializer. */
  interface Constants {
    String[] NAMES = {"a", "b"};

    default String first() {
      return NAMES[0];
    }

    private static String second() {
      return NAMES[1];
    }
  }

  /** Its initializer throws. */
  static class Failing {
    static final String VALUE;

    static {
      if (LOCK != null) {
        throw new IllegalStateException("no value");
      }
      VALUE = "";
    }
  }
}
