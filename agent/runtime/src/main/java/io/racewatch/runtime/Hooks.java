package io.racewatch.runtime;

/** Called by woven code around accesses. No method throws, blocks or calls code of the program. */
public final class Hooks {
  private Hooks() {}

  // Plain fields that the woven class itself declares: the woven code reads the shadow field.

  public static void read(Object o, Shadow s, ThreadState t, int site) {}

  public static void write(Object o, Shadow s, ThreadState t, int site) {}

  public static void readStatic(Shadow s, ThreadState t, int site) {}

  public static void writeStatic(Shadow s, ThreadState t, int site) {}

  // Fields of any other owner: declaring class, shadow and volatility are found by the site.

  public static void readField(Object o, ThreadState t, int site) {}

  public static void writeField(Object o, ThreadState t, int site) {}

  public static void readStaticField(ThreadState t, int site) {}

  public static void writeStaticField(ThreadState t, int site) {}

  /** After a read of a static final reference of another class, for the class-init order. */
  public static void readStaticFinal(ThreadState t, int site) {}

  /** After a read of a static field of the woven class, with its own {@code $rw$clinit}. */
  public static void initOrder(SyncClock initialized, ThreadState t) {}

  /** At the end of a class initializer; the result goes into {@code $rw$clinit}. */
  public static SyncClock initialized(ThreadState t) {
    return null;
  }

  // Volatile fields. Before a write, after a read.

  public static void volatileRead(Object o, ThreadState t, int site) {}

  public static void volatileWrite(Object o, ThreadState t, int site) {}

  public static void volatileReadStatic(ThreadState t, int site) {}

  public static void volatileWriteStatic(ThreadState t, int site) {}

  // Array elements, after the access, with the indices that it really used.

  public static void readElement(Object array, int index, ThreadState t, int site) {}

  public static void writeElement(Object array, int index, ThreadState t, int site) {}

  /** From inclusive, to exclusive. */
  public static void readRange(Object array, int from, int to, ThreadState t, int site) {}

  public static void writeRange(Object array, int from, int to, ThreadState t, int site) {}

  /** After System.arraycopy returned normally. */
  public static void arraycopy(
      Object from, int fromPos, Object to, int toPos, int length, ThreadState t, int site) {}

  /** After clone() on an array or object; forgets shadows that were copied. */
  public static void cloned(Object copy, Object original, ThreadState t, int site) {}
}
