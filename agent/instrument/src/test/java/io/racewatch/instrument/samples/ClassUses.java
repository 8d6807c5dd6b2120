package io.racewatch.instrument.samples;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

/** Uses of classes whose initializers change what others see. */
public class ClassUses implements Callable<String> {
  @Override
  public String call() {
    Called.use();
    new Made();
    new Inherits().both();
    Heir.use();
    Table.use();
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

  /** Used by its class. */
  interface Inherited {
    StringBuilder MORE = Seen.TEXT.append("inherited");

    default void both() {}
  }

  static class Inherits implements Inherited {}

  /** Has an initializer, and one before it. */
  static class Heir extends Made {
    static final Object LOCK = new Object();

    static void use() {}
  }

  /** Its initializer fills its own fields, by a method and a function of its own. */
  static class Table {
    static final Map<String, Integer> MAP = filled();

    private static Map<String, Integer> filled() {
      Map<String, Integer> map = new ConcurrentHashMap<>();
      map.computeIfAbsent("one", k -> k.length());
      return map;
    }

    static void use() {}
  }

  /** Its initializer makes a lock and no more. */
  static class Locked {
    static final Object LOCK = new Object();

    static void use() {}
  }
}
