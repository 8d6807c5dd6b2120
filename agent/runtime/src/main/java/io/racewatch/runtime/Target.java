package io.racewatch.runtime;

/**
 * The variable that one operation by a handle, an updater or an address is about. Belongs to its
 * thread, which fills it again for each hook.
 */
final class Target {
  /** Nothing is known, or the operation will throw. */
  static final byte NONE = 0;

  /** A field of an object or, if the base is a class, a static field; the number is its offset. */
  static final byte FIELD = 1;

  /** An element of an array; the number is its index. */
  static final byte ELEMENT = 2;

  /** Some elements of an array, mostly of bytes, from the number on. */
  static final byte SOME = 3;

  /** Memory that is no variable of ours: known by an object and a number. */
  static final byte OTHER = 4;

  /** An AtomicX, or an element of an array of them if the number is no less than 0. */
  static final byte ATOMIC = 5;

  /** A plain access to an AtomicX was seen: from then on all others are kept, too. Racy. */
  private static boolean anyPlainAtomic;

  byte kind;
  Object base;
  long number;

  /** How many elements of the array; else 1. */
  int width;

  /** Of a field of the program, else null. */
  FieldPlace field;

  void none() {
    kind = NONE;
    base = null;
    width = 0;
    field = null;
  }

  /** A field, or an element if the base is an array. */
  void other(Object at, long offset) {
    kind = OTHER;
    base = at;
    number = offset;
    width = 1;
    field = null;
  }

  void atomic(Object at, long index) {
    kind = ATOMIC;
    base = at;
    number = index;
    width = 1;
    field = null;
  }

  static boolean anyPlainAtomic() {
    return anyPlainAtomic;
  }

  void field(Object at, long offset, FieldPlace place) {
    kind = FIELD;
    base = at;
    number = offset;
    width = 1;
    field = place;
  }

  /** Elements; nothing if they are not all there, for then the JVM throws. */
  void elements(Object array, long index, int count) {
    boolean inside = index >= 0 && index <= (long) java.lang.reflect.Array.getLength(array) - count;
    kind = !inside ? NONE : count > 1 ? SOME : ELEMENT;
    base = array;
    number = index;
    width = count;
    field = null;
  }

  /** The clock of the variable, or of one of its elements; null: there is none and none is made. */
  SyncClock clock(int which, boolean make) {
    switch (kind) {
      case FIELD:
        if (field != null && field.place.isVolatile && field.place.offset >= 0) {
          return Variables.beside(base, field.place.offset, make);
        }
        return SideVars.at(base, number, make);
      case ELEMENT, SOME:
        return SideVars.element(base, (int) number + which, make);
      case ATOMIC:
        return number >= 0 ? SideVars.element(base, (int) number, make) : Posts.clock(base, make);
      case OTHER:
        return SideVars.clock(base, Target.class, number, make);
      default:
        return null;
    }
  }

  /** Whether accesses in this mode to this variable are kept. */
  boolean isKept(int mode) {
    if ((mode & VarMode.UNCHECKED) != 0) {
      return false;
    }
    if (kind == ATOMIC) {
      if ((mode & VarMode.PLAIN) != 0 && !anyPlainAtomic) {
        anyPlainAtomic = true;
      }
      return anyPlainAtomic;
    }
    if (kind != FIELD) {
      return (kind == ELEMENT || kind == SOME)
          && Sampling.watchesLength(java.lang.reflect.Array.getLength(base));
    }
    if (field == null || field.place.member.isEmpty() || !field.isWatched) {
      return false; // the JDK's, or final
    }
    if (!field.place.isVolatile) {
      return true;
    }
    if ((mode & VarMode.PLAIN) != 0 && !field.mixed) {
      field.mixed = true;
    }
    return field.mixed;
  }

  /** The site that stands for the access of this variable by a call. */
  private int site(int call, boolean atomic) {
    if (kind == FIELD) {
      return field.site(call, atomic);
    }
    if (kind == ATOMIC) {
      return Sites.atomic(call, base, number >= 0, atomic);
    }
    return atomic ? Sites.atomicElement(call, base) : call;
  }

  /** The record of an atomic access as of now. */
  Access atomic(ThreadState t, int call) {
    return t.access(site(call, true), false);
  }

  /** Keeps an atomic access. */
  void keep(Access me, boolean writes, ThreadState t) {
    if (kind == FIELD || kind == ATOMIC) {
      Object at = holder();
      keep(at, at == base ? field.place.offset : BareFields.STATE, -1, me, writes, t);
      return;
    }
    for (int i = 0; i < width; i++) {
      int index = (int) number + i;
      ArrayShadow shadow = ArrayShadow.of(base, t, me.context.site);
      if (shadow != null) {
        Object cells = shadow.cells(index >>> ArrayShadow.BLOCK_BITS);
        long at = Internals.element(index & ArrayShadow.BLOCK - 1);
        keep(cells, at, index, me, writes, t);
      }
    }
  }

  private void keep(Object at, long offset, int index, Access me, boolean writes, ThreadState t) {
    if (writes) {
      AtomicAccess.write(at, offset, base, index, me, t);
    } else {
      AtomicAccess.read(at, offset, base, index, me, t);
    }
  }

  /** What holds the state of the field or atomic: the object itself, or a cell of a side table. */
  private Object holder() {
    if (kind == ATOMIC) {
      return BareFields.cell(base, number);
    }
    ShadowPlace place = field.place;
    return place.offset >= 0 && !place.isVolatile ? base : BareFields.cell(base, number);
  }

  /** A plain access. */
  void plain(boolean writes, ThreadState t, int call) {
    if (kind != FIELD && kind != ATOMIC) {
      SlowPath.range(base, (int) number, (int) number + width, writes, t, call);
      return;
    }
    int site = site(call, false);
    Object at = holder();
    long offset = at == base ? field.place.offset : BareFields.STATE;
    if (writes) {
      Detector.write(at, offset, base, -1, t, site);
    } else {
      Detector.read(at, offset, base, -1, t, site);
    }
  }
}
