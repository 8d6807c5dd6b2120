package io.racewatch.code.pattern.programs;

import java.util.ArrayList;
import java.util.List;

/** Static fields filled on first use. */
class LazyInits {
  private static List<String> names;
  private static LazyInits instance;
  private static String text;
  private static int[] table;
  private static LazyInits found;
  private static LazyInits safe;
  private static volatile LazyInits visible;
  private int state;

  static List<String> names() {
    if (names == null) {
      names = new ArrayList<>(); // likely: racy-lazy-init
      names.add("a");
    }
    return names;
  }

  static LazyInits instance() {
    if (instance == null) {
      instance = new LazyInits(); // likely: racy-lazy-init
    }
    instance.state++;
    return instance;
  }

  static LazyInits found() {
    if (found == null) {
      found = find(); // possible: racy-lazy-init
    }
    return found;
  }

  static int[] table() {
    if (table == null) {
      table = new int[8]; // possible: racy-lazy-init
    }
    return table;
  }

  static String text() {
    if (text == null) {
      text = "x".repeat(3);
    }
    return text;
  }

  static synchronized LazyInits safe() {
    if (safe == null) {
      safe = new LazyInits();
    }
    return safe;
  }

  static LazyInits visible() {
    if (visible == null) {
      visible = new LazyInits();
    }
    return visible;
  }

  static void reset() {
    if (instance != null) {
      instance = null;
    }
  }

  private static LazyInits find() {
    return new LazyInits();
  }
}
