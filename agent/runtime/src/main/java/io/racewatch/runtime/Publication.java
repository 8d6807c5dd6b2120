package io.racewatch.runtime;

import io.racewatch.runtime.clock.Tenancy;
import java.lang.ref.WeakReference;

/**
 * An object that this thread got through a race: it read a reference that another thread wrote,
 * unordered. What that thread had put behind final fields of the object by then is frozen all the
 * same (JLS 17.5), however deep, unless a constructor had let the object out.
 *
 * <p>Looked at only when another race seems to be found, so that no access pays for it.
 */
final class Publication {
  /** Publications that a thread remembers. */
  private static final int KEPT = 8;

  /** Times that a pair of sites is looked at anew; later ones are as the earlier ones were. */
  private static final int LOOKS = 64;

  private static final int[] COVERED = new int[4096];

  private final Tenancy by;
  private final int clock;
  private final int order;
  private final WeakReference<Object> root;

  private Publication(Access write, Object root) {
    this.by = write.context.tenancy;
    this.clock = (int) write.epoch();
    this.order = write.order;
    this.root = new WeakReference<>(root);
  }

  /** The thread read what another wrote, unordered; perhaps it was a reference. */
  static void remember(Access write, Object subject, int index, Access read, ThreadState t) {
    Object root = Reach.value(subject, index, Sites.site(read.context.site));
    if (root == null || letOut(write, root.getClass())) {
      return;
    }
    if (t.published == null) {
      t.published = new Publication[KEPT];
    }
    Publication last = t.published[t.publications & KEPT - 1];
    if (last == null || !last.root.refersTo(root) || last.clock != (int) write.epoch()) {
      t.published[++t.publications & KEPT - 1] = new Publication(write, root);
    }
  }

  /**
   * Whether the write is seen by the thread as of the freeze: it was made by who published, before
   * the publication, to something that a final field of the published object leads to.
   */
  static boolean covers(Access write, Object subject, int readSite, ThreadState t) {
    if (t.published == null) {
      return false;
    }
    int pair = (write.context.site * 31 + readSite) & COVERED.length - 1;
    for (Publication p : t.published) {
      if (p != null && p.isAfter(write)) {
        if (COVERED[pair] >= LOOKS) {
          return true;
        }
        Object root = p.root.get();
        if (Reach.throughFinal(root, subject) && !isLater(write, root, subject)) {
          COVERED[pair]++;
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Whether the write came after the constructor of the published object itself, and so after its
   * freeze: it went through the final field of the finished object.
   */
  private static boolean isLater(Access write, Object root, Object subject) {
    return Sites.isBuilt(write.context.site)
        && !Traces.inConstructor(write)
        && Reach.stepsTo(root, subject);
  }

  private boolean isAfter(Access write) {
    int at = (int) write.epoch();
    return write.context.tenancy == by && (at < clock || at == clock && write.order < order);
  }

  /** Whether a constructor of the object was still running when the reference was written. */
  private static boolean letOut(Access write, Class<?> of) {
    if (Sites.inConstructor(write.context.site)
        && isOf(of, Sites.place(write.context.site).className())) {
      return true;
    }
    if (write.context.trace != null) {
      for (StackTraceElement frame : write.context.trace.getStackTrace()) {
        if (frame.getMethodName().equals("<init>") && isOf(of, frame.getClassName())) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isOf(Class<?> type, String name) {
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      if (c.getName().equals(name)) {
        return true;
      }
    }
    return false;
  }
}
