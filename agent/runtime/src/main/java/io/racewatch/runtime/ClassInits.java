package io.racewatch.runtime;

import jdk.internal.vm.annotation.DontInline;

/**
 * The order that a class's initialisation gives to all who use the class (JLS 12.4.2).
 *
 * <p>A class with an initializer keeps its clock itself. One without keeps that of the initializer
 * that it inherits, once it was looked for and there is just one.
 */
final class ClassInits {
  private static final Offsets OWN = new Offsets("$rw$clinit");
  private static final Offsets ALONE = new Offsets("$rw$clinitAlone");
  private static final Offsets SUPERS = new Offsets("$rw$supers");

  /** Nothing was inherited. */
  private static final InitClock NOTHING = new InitClock();

  private ClassInits() {}

  private static final class Offsets extends ClassValue<Long> {
    private final String field;

    Offsets(String field) {
      this.field = field;
    }

    @Override
    protected Long computeValue(Class<?> type) {
      return Internals.offset(type, field);
    }
  }

  /** What a class inherits, and whether it is ready to be kept. */
  private static final class Inherited {
    private InitClock only;
    private boolean several;

    void add(InitClock clock) {
      several |= clock == null || only != null && only != clock;
      only = clock;
    }
  }

  /** The current thread used a static field. */
  static void order(ShadowPlace place, ThreadState t, int site) {
    InitClock known = place.initializer;
    if (known == null || !known.isTakenBy(t)) {
      // Read racily, but for its final number; what it says is taken from the class, see clock.
      place.initializer = first(place.declaring(), t, site);
    }
  }

  /** The current thread used a static member of the class. */
  static void order(Class<?> declaring, ThreadState t, int site) {
    first(declaring, t, site);
  }

  /** The clock, null if there is none yet, taken over. */
  @DontInline
  private static InitClock first(Class<?> declaring, ThreadState t, int site) {
    if (declaring == null) {
      return null;
    }
    InitClock clock = clock(declaring, OWN);
    clock = clock == null ? clock(declaring, ALONE) : clock;
    if (clock == null && SUPERS.get(declaring) >= 0) {
      clock = clock(declaring, SUPERS);
      if (clock == null) {
        supers(declaring, t);
      }
    } else if (clock == null && OWN.get(declaring) < 0 && ALONE.get(declaring) < 0) {
      clock = NOTHING; // so that its fields need not be asked again
    }
    if (clock != null) {
      clock.take(t, site, declaring.getName());
    }
    return clock;
  }

  private static InitClock clock(Class<?> of, Offsets field) {
    long offset = field.get(of);
    // Acquire: pairs with the class's own store at the end of its initializer.
    return offset < 0 ? null : (InitClock) Internals.U.getReferenceAcquire(of, offset);
  }

  /** The current thread initialises the class, or uses one that has no initializer. */
  static void supers(Class<?> of, ThreadState t) {
    Inherited inherited = new Inherited();
    above(of, inherited, t);
    long offset = SUPERS.get(of);
    if (offset >= 0 && !inherited.several) {
      InitClock kept = inherited.only == null ? NOTHING : inherited.only;
      kept.take(t, 0, of.getName());
      Internals.U.putReferenceRelease(of, offset, kept);
    }
  }

  private static void above(Class<?> of, Inherited inherited, ThreadState t) {
    Class<?> parent = of.getSuperclass();
    if (parent != null && OWN.get(parent) >= 0) {
      take(parent, inherited, t);
    } else if (parent != null && parent.getClassLoader() != null) {
      above(parent, inherited, t);
    }
    for (Class<?> type : of.getInterfaces()) {
      aboveInterface(type, inherited, t);
    }
  }

  private static void aboveInterface(Class<?> type, Inherited inherited, ThreadState t) {
    if (OWN.get(type) >= 0) {
      take(type, inherited, t);
    }
    for (Class<?> each : type.getInterfaces()) {
      aboveInterface(each, inherited, t);
    }
  }

  /** No clock yet: this thread itself runs that initializer now. */
  private static void take(Class<?> of, Inherited inherited, ThreadState t) {
    InitClock clock = clock(of, OWN);
    inherited.add(clock);
    if (clock != null) {
      clock.take(t, 0, of.getName());
    }
  }
}
