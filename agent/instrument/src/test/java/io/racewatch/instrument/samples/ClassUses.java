package io.racewatch.instrument.samples;

import java.util.concurrent.Callable;

/** Uses of classes whose initializers change what others see. */
public class ClassUses implements Callable<String> {
  @Override
  public String call() {
    Called.use();
    new Made();
    new Inherits().both();
    Locked.use();
    return Seen.TEXT.toString();
  }

  /** Has neither constructors that run nor methods. */
  static class Seen {
    static final StringBuilder TEXT = new StringBuilder();
  }

  /** Used by a static call. */
  static class Called {
    static {
      Seen.TEXT.append("called ");
    }

    static void use() {}
  }

  /** Used by its constructor. */
  static class Made {
    static {
      Seen.TEXT.append("made ");
    }
  }

  /** Used by its default method. */
  interface Inherited {
    StringBuilder MORE = Seen.TEXT.append("inherited");

    default void both() {}
  }

  static class Inherits implements Inherited {}

  /** Its initializer makes a lock and no more. */
  static class Locked {
    static final Object LOCK = new Object();

    static void use() {}
  }
}
