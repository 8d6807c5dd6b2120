package io.racewatch.runtime;

/** The order that a class's initialisation gives to all who use the class (JLS 12.4.2). */
final class ClassInits {
  private static final String FIELD = "$rw$clinit";
  private static final Offsets OFFSETS = new Offsets();

  private ClassInits() {}

  private static final class Offsets extends ClassValue<Long> {
    @Override
    protected Long computeValue(Class<?> type) {
      return Internals.offset(type, FIELD);
    }
  }

  /** The current thread used a static member of the class. */
  static void order(Class<?> declaring, ThreadState t, int site) {
    if (declaring == null) {
      return;
    }
    long offset = OFFSETS.get(declaring);
    if (offset >= 0
        && Internals.U.getReferenceAcquire(declaring, offset) instanceof SyncClock clock) {
      clock.acquire(t, site, declaring.getName());
    }
  }
}
