package io.racewatch.runtime;

/**
 * What {@code Collections.synchronizedX} wraps. Its methods lock, but for those that give out
 * iterators and streams: whoever uses these must hold the wrapper's mutex.
 */
final class Wrappers {
  private static final Fields OFFSETS = new Fields();
  private static final long MUTEX = mutexOf("SynchronizedCollection");
  private static final long MAP_MUTEX = mutexOf("SynchronizedMap");

  private Wrappers() {}

  /** Offset of the field that holds what is wrapped, by class; -1 for other classes. */
  private static final class Fields extends ClassValue<Long> {
    @Override
    protected Long computeValue(Class<?> type) {
      if (!type.getName().startsWith("java.util.Collections$Synchronized")) {
        return -1L;
      }
      for (Class<?> c = type; c != Object.class; c = c.getSuperclass()) {
        boolean isMap = c.getName().equals("java.util.Collections$SynchronizedMap");
        if (isMap || c.getName().equals("java.util.Collections$SynchronizedCollection")) {
          return Internals.offset(c, isMap ? "m" : "c");
        }
      }
      return -1L;
    }
  }

  /** The collection that is wrapped, however often; null if it is no wrapper. */
  static Object inside(Object wrapper) {
    Object inside = null;
    long next = OFFSETS.get(wrapper.getClass());
    while (next >= 0) {
      inside = Internals.U.getReference(wrapper, next);
      if (inside == null) {
        return null;
      }
      wrapper = inside;
      next = OFFSETS.get(wrapper.getClass());
    }
    return inside;
  }

  /** What the methods of a wrapper lock. */
  static Object mutex(Object wrapper) {
    boolean isMap = wrapper instanceof java.util.Map;
    return Internals.U.getReference(wrapper, isMap ? MAP_MUTEX : MUTEX);
  }

  private static long mutexOf(String wrapper) {
    try {
      Class<?> type = Class.forName("java.util.Collections$".concat(wrapper), false, null);
      return Internals.offset(type, "mutex");
    } catch (ClassNotFoundException renamed) {
      return -1;
    }
  }

  /** Whether the method of a wrapper that is called at the site locks. */
  static boolean locks(int site) {
    return !Sites.isCallOf(site, "iterator")
        && !Sites.isCallOf(site, "listIterator")
        && !Sites.isCallOf(site, "spliterator")
        && !Sites.isCallOf(site, "stream")
        && !Sites.isCallOf(site, "parallelStream");
  }
}
