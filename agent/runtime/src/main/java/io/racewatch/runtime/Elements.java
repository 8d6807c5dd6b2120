package io.racewatch.runtime;

import io.racewatch.format.EdgeKind;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;

/**
 * Orders of one object through the containers that it is in. Each has a clock of its own, so that
 * an object in two queues, such as a constant or a boxed number, is not one hand-over. Of one that
 * is put twice into the same container it is not known which came out: both count.
 *
 * <p>What one object has is a list without changes but for its clocks; see {@link Posts.Entry}.
 */
final class Elements {
  /** Containers of one object that are told apart; more of them are one. */
  private static final int FEW = 64;

  /** How often, where there are more, it is looked whether some are gone. */
  private static final int AGAIN = 1024;

  /** Steps from a view or a wrapper to what is behind. */
  private static final int DEEP = 4;

  private static final long ITSELF = -1, ANY = -2, NONE = -3;
  private static final String[] FIELDS = {"map", "m", "this$0"};
  private static final String PACKAGE = "java.util.concurrent.";
  private static final Ways WAYS = new Ways();
  private static final Sets SETS = new Sets();

  /** Slot of a thread's cache for containers; hooks in bodies have no site. */
  private static final int SLOT = 5;

  private final Posts.Entry container;
  private final SyncClock clock;
  private final Elements next;
  private final int count;

  private Elements(Posts.Entry container, SyncClock clock, Elements next) {
    this.container = container;
    this.clock = clock;
    this.next = next;
    this.count = next == null ? 1 : next.count + 1;
  }

  /**
   * Where the container behind an object of a class is found: the offset of the field that leads
   * on, or that it is the container itself, that any container will do, or that there is none.
   * Holds no class alive.
   */
  private static final class Ways extends ClassValue<Long> {
    @Override
    protected Long computeValue(Class<?> type) {
      for (Class<?> c = type; c != null; c = c.getSuperclass()) {
        String name = c.getName();
        boolean wraps = name.startsWith("java.util.Collections$");
        if (c.getClassLoader() == null && (wraps || name.startsWith(PACKAGE))) {
          boolean isPart = name.indexOf('$') > 0 || name.endsWith(".ConcurrentSkipListSet");
          return isPart ? field(c) : ITSELF;
        }
      }
      return ConcurrentMap.class.isAssignableFrom(type) ? ANY : NONE;
    }

    private static long field(Class<?> type) {
      for (Class<?> c = type; c != Object.class && c != null; c = c.getSuperclass()) {
        for (String name : FIELDS) {
          long offset = Internals.offset(c, name);
          if (offset >= 0) {
            return offset;
          }
        }
      }
      return ANY;
    }
  }

  /** Whether a class is a set, whose elements it compares and does not give out. */
  private static final class Sets extends ClassValue<Boolean> {
    @Override
    protected Boolean computeValue(Class<?> type) {
      return Set.class.isAssignableFrom(type);
    }
  }

  /** The container that an object stands for; null: none or any. */
  private static Object behind(Object container) {
    Object at = container;
    for (int step = 0; at != null && step < DEEP; step++) {
      long way = WAYS.get(at.getClass());
      if (way < 0) {
        return way == ITSELF ? at : null;
      }
      at = Internals.U.getReference(at, way);
    }
    return null;
  }

  private static boolean isAny(Object container) {
    Object at = container;
    for (int step = 0; at != null && step < DEEP; step++) {
      long way = WAYS.get(at.getClass());
      if (way < 0) {
        return way == ANY;
      }
      at = Internals.U.getReference(at, way);
    }
    return false;
  }

  static void publish(Object subject, Object container, ThreadState t, int site) {
    Object in = behind(container);
    if (in != null) {
      Posts.Entry entry = Posts.entry(in, t, SLOT);
      within(Posts.entry(subject, t, site), entry).release(t);
      if (SETS.get(container.getClass())) {
        entry.clock().release(t);
      }
    } else if (isAny(container)) {
      Posts.publish(subject, t, site); // whose views need not know of one another
    }
  }

  static void consume(Object subject, Object container, ThreadState t, int site) {
    Object in = behind(container);
    if (in == null) {
      if (isAny(container)) {
        Posts.consume(subject, t, site);
      }
      return;
    }
    Posts.Entry entry = Posts.find(subject);
    Elements element = null;
    if (entry != null) {
      acquire(entry.loose(), subject, t, site);
      element = entry.within == null ? null : find(entry.within, Posts.entry(in, t, SLOT));
    }
    if (element != null) {
      element.clock.acquire(t, site, subject);
      Posts.got(subject, entry, element.clock, t);
    } else if (SETS.get(container.getClass())) {
      acquire(Posts.entry(in, t, SLOT).loose(), in, t, site); // an equal one
    }
  }

  private static void acquire(SyncClock clock, Object what, ThreadState t, int site) {
    if (clock != null) {
      clock.acquire(t, site, what);
    }
  }

  /** Takes over what came before the object was put into anything. */
  static void consumeAll(Posts.Entry entry, ThreadState t, int site, Object subject) {
    for (Elements each = entry.within; each != null; each = each.next) {
      each.clock.acquire(t, site, subject);
    }
  }

  private static Elements find(Elements from, Posts.Entry container) {
    for (Elements each = from; each != null; each = each.next) {
      if (each.container == container) {
        return each;
      }
    }
    return null;
  }

  private static SyncClock within(Posts.Entry entry, Posts.Entry container) {
    Elements known = find(entry.within, container);
    if (known != null) {
      return known.clock;
    }
    if (entry.crowded > 0 && (++entry.crowded & AGAIN - 1) != 0) {
      return entry.clock();
    }
    return add(entry, container);
  }

  private static SyncClock add(Posts.Entry entry, Posts.Entry container) {
    synchronized (entry) {
      Elements known = find(entry.within, container);
      if (known != null) {
        return known.clock;
      }
      if (entry.within != null && entry.within.count >= FEW) {
        entry.within = living(entry.within);
        entry.crowded = entry.within != null && entry.within.count >= FEW ? 1 : 0;
        if (entry.crowded > 0) {
          return entry.clock();
        }
      }
      SyncClock made = new SyncClock((byte) EdgeKind.OTHER);
      entry.within = new Elements(container, made, entry.within);
      return made;
    }
  }

  /** Without the containers that are gone. */
  private static Elements living(Elements from) {
    Elements living = null;
    for (Elements each = from; each != null; each = each.next) {
      if (!each.container.of(null)) {
        living = new Elements(each.container, each.clock, living);
      }
    }
    return living;
  }
}
