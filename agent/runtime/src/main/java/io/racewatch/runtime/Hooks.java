package io.racewatch.runtime;

/**
 * Called by woven code around accesses, after the access unless said otherwise. No method throws,
 * blocks or calls code of the program; an error of ours is counted and the access goes unchecked.
 *
 * <p>Every method is a short test that the JIT inlines, and a call out of line where the state of
 * the variable must change, which is once per variable, thread and epoch.
 */
public final class Hooks {
  private Hooks() {}

  // Plain fields that the woven class itself declares: the woven code reads the shadow field.

  /** An instance field was read. */
  public static void read(Object o, Shadow s, ThreadState t, int site) {
    if (s == null || s.writeEpoch != t.epoch && s.readEpoch != t.epoch) {
      SlowPath.field(o, false, t, site);
    }
  }

  /** An instance field was written. */
  public static void write(Object o, Shadow s, ThreadState t, int site) {
    if (s == null || s.writeEpoch != t.epoch) {
      SlowPath.field(o, true, t, site);
    }
  }

  /** A static field was read. */
  public static void readStatic(Shadow s, ThreadState t, int site) {
    if (s == null || s.writeEpoch != t.epoch && s.readEpoch != t.epoch) {
      SlowPath.staticField(false, t, site);
    }
  }

  /** A static field was written. */
  public static void writeStatic(Shadow s, ThreadState t, int site) {
    if (s == null || s.writeEpoch != t.epoch) {
      SlowPath.staticField(true, t, site);
    }
  }

  // Fields of any other owner: declaring class, shadow and volatility are found by the site.

  /** An instance field of some class was read. */
  public static void readField(Object o, ThreadState t, int site) {
    long offset = Sites.offset(site);
    if (offset > 0 && o != null) {
      Shadow s = (Shadow) Internals.U.getReference(o, offset);
      if (s != null && (s.writeEpoch == t.epoch || s.readEpoch == t.epoch)) {
        return;
      }
    }
    SlowPath.field(o, false, t, site);
  }

  /** An instance field of some class was written. */
  public static void writeField(Object o, ThreadState t, int site) {
    long offset = Sites.offset(site);
    if (offset > 0 && o != null) {
      Shadow s = (Shadow) Internals.U.getReference(o, offset);
      if (s != null && s.writeEpoch == t.epoch) {
        return;
      }
    }
    SlowPath.field(o, true, t, site);
  }

  /** A static field of some class was read. */
  public static void readStaticField(ThreadState t, int site) {
    SlowPath.staticField(false, t, site);
  }

  /** A static field of some class was written. */
  public static void writeStaticField(ThreadState t, int site) {
    SlowPath.staticField(true, t, site);
  }

  /** A static final reference of another class was read: its initializer came before. */
  public static void readStaticFinal(ThreadState t, int site) {
    SlowPath.staticFinal(t, site);
  }

  /** A static field of the woven class was read; {@code initialized} is its {@code $rw$clinit}. */
  public static void initOrder(InitClock initialized, ThreadState t) {
    if (initialized != null && !initialized.isTakenBy(t)) {
      SlowPath.initOrder(initialized, t);
    }
  }

  /** The same in a class without an initializer; {@code inherited} is its {@code $rw$supers}. */
  public static void superOrder(InitClock inherited, Class<?> woven, ThreadState t) {
    if (inherited == null || !inherited.isTakenBy(t)) {
      SlowPath.superOrder(inherited, woven, t);
    }
  }

  /** At the end of a class initializer (JLS 12.4.2); the result goes into {@code $rw$clinit}. */
  public static InitClock initialized(ThreadState t) {
    return SlowPath.initialized(null, t);
  }

  /** The same where it throws: from then on the class of that name cannot be used. */
  public static InitClock initFailed(String name, ThreadState t) {
    return SlowPath.initialized(name, t);
  }

  /** At the beginning of the initializer: those of superclasses and their like came before. */
  public static void initBegin(Class<?> initialized, ThreadState t) {
    SlowPath.initBegin(initialized, t);
  }

  // Volatile fields: after a read, before a write.

  /** A volatile instance field was read. */
  public static void volatileRead(Object o, ThreadState t, int site) {
    SlowPath.volatileField(o, false, t, site);
  }

  /** A volatile instance field is about to be written. */
  public static void volatileWrite(Object o, ThreadState t, int site) {
    if (o != null) {
      SlowPath.volatileField(o, true, t, site);
    }
  }

  /** A volatile static field was read. */
  public static void volatileReadStatic(ThreadState t, int site) {
    SlowPath.volatileField(null, false, t, site);
  }

  /** A volatile static field is about to be written. */
  public static void volatileWriteStatic(ThreadState t, int site) {
    SlowPath.volatileField(null, true, t, site);
  }

  // Arrays, with the indices that the access really used.

  /** An element was read. */
  public static void readElement(Object array, int index, ThreadState t, int site) {
    if (!ArrayShadow.hasRead(array, index, t, site)) {
      SlowPath.element(array, index, false, t, site);
    }
  }

  /** An element was written. */
  public static void writeElement(Object array, int index, ThreadState t, int site) {
    if (!ArrayShadow.hasWritten(array, index, t, site)) {
      SlowPath.element(array, index, true, t, site);
    }
  }

  /** Elements were read; {@code to} is exclusive and clipped to the length. */
  public static void readRange(Object array, int from, int to, ThreadState t, int site) {
    SlowPath.range(array, from, to, false, t, site);
  }

  /** Elements were written; {@code to} is exclusive and clipped to the length. */
  public static void writeRange(Object array, int from, int to, ThreadState t, int site) {
    SlowPath.range(array, from, to, true, t, site);
  }

  /** System.arraycopy returned normally. */
  public static void arraycopy(
      Object from, int fromPos, Object to, int toPos, int length, ThreadState t, int site) {
    if (length > 0) {
      SlowPath.range(from, fromPos, fromPos + length, false, t, site);
      SlowPath.range(to, toPos, toPos + length, true, t, site);
    }
  }

  /** {@code clone} returned: forgets the shadows that it copied, reads what it read. */
  public static void cloned(Object copy, Object original, ThreadState t, int site) {
    SlowPath.cloned(copy, original, t, site);
  }
}
