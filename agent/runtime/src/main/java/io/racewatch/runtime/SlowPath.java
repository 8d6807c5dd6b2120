package io.racewatch.runtime;

import java.lang.reflect.Array;
import jdk.internal.vm.annotation.DontInline;

/**
 * What hooks do when the state of a variable may have to change. Guards every entry: nothing gets
 * out into the program, and a hook that is entered from inside a hook does nothing.
 */
final class SlowPath {
  private SlowPath() {}

  @DontInline
  static void field(Object o, boolean writes, ThreadState t, int site) {
    if (o == null || t.inside != 0) {
      return;
    }
    try {
      Sites.Site s = Sites.site(site);
      ShadowPlace place = Resolver.instance(s, o, t);
      if (place.isVolatile) {
        Variables.field(place, o, writes, t, site);
      } else if (place.offset >= 0) {
        check(o, place.offset, writes, o, t, site);
      } else if (place != ShadowPlace.NONE && !place.member.isEmpty()) {
        BareFields.access(o, place.field, writes, t, site);
      }
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cut++;
    } catch (Throwable broken) {
      Faults.caught("field check", broken);
    }
  }

  @DontInline
  static void staticField(boolean writes, ThreadState t, int site) {
    if (t.inside != 0) {
      return;
    }
    try {
      Sites.Site s = Sites.site(site);
      ShadowPlace place = Resolver.forStatic(s, t);
      Class<?> c = place.declaring();
      ClassInits.order(place, t, site);
      if (c == null) {
        return;
      }
      if (place.isVolatile) {
        Variables.field(place, c, writes, t, site);
      } else if (place.offset >= 0) {
        check(c, place.offset, writes, c, t, site);
      } else if (!place.member.isEmpty()) {
        BareFields.access(c, place.field, writes, t, site);
      }
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cutOrders++;
    } catch (Throwable broken) {
      Faults.caught("static field check", broken);
    }
  }

  private static void check(
      Object base, long offset, boolean writes, Object subject, ThreadState t, int site) {
    if (writes) {
      Detector.write(base, offset, subject, -1, t, site);
    } else {
      Detector.read(base, offset, subject, -1, t, site);
    }
  }

  @DontInline
  static void staticFinal(ThreadState t, int site) {
    if (t.inside != 0) {
      return;
    }
    try {
      ClassInits.order(Resolver.forStatic(Sites.site(site), t), t, site);
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cutOrders++;
    } catch (Throwable broken) {
      Faults.caught("class initialisation", broken);
    }
  }

  @DontInline
  static void initOrder(InitClock initialized, ThreadState t) {
    if (t.inside != 0) {
      return;
    }
    try {
      initialized.take(t, 0, null);
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cutOrders++;
    } catch (Throwable broken) {
      Faults.caught("class initialisation", broken);
    }
  }

  static void initialized(Class<?> used, ThreadState t, int site) {
    try {
      ClassInits.order(used, t, site);
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cutOrders++;
    } catch (Throwable broken) {
      Faults.caught("class initialisation", broken);
    }
  }

  /** A use of an object that is fenced, perhaps the last one. */
  static void lastUse(Object o, ThreadState t, int site) {
    try {
      Posts.reachable(o, t, site);
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cutOrders++;
    } catch (Throwable broken) {
      Faults.caught("last use", broken);
    }
  }

  @DontInline
  static void superOrder(InitClock inherited, Class<?> woven, ThreadState t) {
    if (inherited != null) {
      initOrder(inherited, t);
    } else {
      initBegin(woven, t);
    }
  }

  @DontInline
  static void initBegin(Class<?> initialized, ThreadState t) {
    if (t.inside != 0) {
      return;
    }
    try {
      ClassInits.supers(initialized, t);
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cutOrders++;
    } catch (Throwable broken) {
      Faults.caught("class initialisation", broken);
    }
  }

  /**
   * The clock of an initializer that ends, null on a full heap; {@code failed} is the name of the
   * class if it threw.
   */
  @DontInline
  static InitClock initialized(String failed, ThreadState t) {
    InitClock clock = null;
    try {
      clock = new InitClock();
      clock.set(t);
      if (failed != null) {
        clock.fail(failed);
      }
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cutOrders++;
    } catch (Throwable broken) {
      Faults.caught("class initialisation", broken);
    }
    return clock;
  }

  @DontInline
  static void volatileField(Object o, boolean writes, ThreadState t, int site) {
    if (t.inside != 0) {
      return;
    }
    try {
      Sites.Site s = Sites.site(site);
      ShadowPlace place = o == null ? Resolver.forStatic(s, t) : Resolver.instance(s, o, t);
      Object base = o == null ? place.declaring() : o;
      if (o == null) {
        ClassInits.order(place, t, site);
      }
      if (place != ShadowPlace.NONE && base != null) {
        Variables.field(place, base, writes, t, site);
      }
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cutOrders++;
    } catch (Throwable broken) {
      Faults.caught("volatile field", broken);
    }
  }

  @DontInline
  static void element(Object array, int index, boolean writes, ThreadState t, int site) {
    if (array == null || t.inside != 0) {
      return;
    }
    try {
      if (Sampling.isOn() && !Sampling.watchesLength(Array.getLength(array))) {
        return;
      }
      ArrayShadow shadow = ArrayShadow.of(array, t, site);
      if (shadow == null) {
        return;
      }
      if (writes) {
        shadow.write(index, array, t, site);
      } else {
        shadow.read(index, array, t, site);
      }
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cut++;
    } catch (Throwable broken) {
      Faults.caught("array check", broken);
    }
  }

  @DontInline
  static void range(Object array, int from, int to, boolean writes, ThreadState t, int site) {
    if (array == null || t.inside != 0 || from >= to) {
      return;
    }
    try {
      if (Sampling.isOn() && !Sampling.watchesLength(Array.getLength(array))) {
        return;
      }
      ArrayShadow shadow = ArrayShadow.of(array, t, site);
      if (shadow != null) {
        shadow.range(from, to, writes, array, t, site);
      }
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cut++;
    } catch (Throwable broken) {
      Faults.caught("array range check", broken);
    }
  }

  @DontInline
  static void cloned(Object copy, Object original, ThreadState t, int site) {
    if (copy == null || copy == original || t.inside != 0) {
      return;
    }
    try {
      if (copy.getClass().isArray()) {
        range(original, 0, Integer.MAX_VALUE, false, t, site);
      } else {
        Copies.forget(copy);
        Copies.read(original, t, site);
      }
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cut++;
    } catch (Throwable broken) {
      Faults.caught("clone", broken);
    }
  }
}
