package io.racewatch.runtime;

/** What serialisation reads and writes on behalf of the program: no instruction of it shows. */
final class Serialized {
  private static final int READ = site("java.io.ObjectOutputStream", "writeObject");
  private static final int WRITTEN = site("java.io.ObjectInputStream", "readObject");

  private Serialized() {}

  private static int site(String type, String method) {
    String file = type.substring(type.lastIndexOf('.') + 1).concat(".java");
    int number = Sites.method(type, method, "", file);
    return Sites.add(number, 0, Sites.CALL, type, method, 0);
  }

  /**
   * All fields that are no part of the transient state, plain ones. The JDK goes class by class; to
   * count a field twice is harmless, for it is one thread and one epoch.
   */
  static void fields(Object object, boolean writes) {
    if (object == null || !Recorder.on()) {
      return;
    }
    ThreadState t = ThreadState.current();
    if (t.inside != 0) {
      return;
    }
    try {
      Target target = t.target();
      int mode = writes ? VarMode.PLAIN_WRITE : VarMode.PLAIN_READ;
      for (FieldPlace each : FieldPlaces.of(object.getClass())) {
        target.field(object, each.place.field, each);
        if (!each.isTransient && !each.place.isVolatile && target.isKept(mode)) {
          target.plain(writes, t, writes ? WRITTEN : READ);
        }
      }
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cut++;
    } catch (Throwable broken) {
      Faults.caught("serialisation", broken);
    }
  }

  static void array(Object array) {
    if (array != null && Recorder.on()) {
      SlowPath.range(array, 0, Integer.MAX_VALUE, false, ThreadState.current(), READ);
    }
  }
}
