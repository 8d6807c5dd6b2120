package io.racewatch.runtime;

import io.racewatch.format.Entry;
import jdk.internal.vm.annotation.DontInline;

/**
 * Members that were written without the locks that all accesses before had in common, since a
 * second thread came (Eraser's discipline). Each pair of sites is written once.
 */
final class Unguarded {
  private static final int SIZE = 1 << 12;

  /** Keys of pairs already written; a lost update only writes a pair twice. */
  private static final long[] SEEN = new long[SIZE];

  private static int used;

  private Unguarded() {}

  /**
   * @param before the state that the access found
   * @param now the write that emptied the set of guards
   */
  @DontInline
  static void found(SharedShadow before, Access now, ThreadState t, Object subject, int index) {
    Access other = other(before, now);
    if (other == null || t.inside != 0 || !first(other.context.site, now.context.site)) {
      return;
    }
    t.inside++;
    try {
      String member = Members.name(now.context.site, subject, index);
      if (Sites.site(now.context.site).kind != Sites.CALL && !Canary.is(member)) {
        String object = Labels.of(subject, member);
        Entry.Side mine = Sides.now(t, now, "write", member, object, null);
        Entry.Side rest =
            Sides.of(other, other == before.write() ? "write" : "read", member, object);
        Recorder.append(new Entry.Unguarded(member, mine, rest, "", 0, 0));
      }
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cutOrders++;
    } catch (Throwable broken) {
      Faults.caught("lock discipline", broken);
    } finally {
      t.inside--;
    }
  }

  private static Access other(SharedShadow before, Access now) {
    if (before.write() != null && before.write().context.tenancy.uid != now.context.tenancy.uid) {
      return before.write();
    }
    return before.read() != null && before.read().context.tenancy.uid != now.context.tenancy.uid
        ? before.read()
        : null;
  }

  private static boolean first(int a, int b) {
    long key = (long) Math.min(a, b) << 32 | Math.max(a, b);
    int start = (int) (key * 0x9E3779B97F4A7C15L >>> 40) & SIZE - 1;
    for (int i = start; ; i = i + 1 & SIZE - 1) {
      if (SEEN[i] == key) {
        return false;
      }
      if (SEEN[i] == 0) {
        if (used > SIZE / 2) {
          return false;
        }
        used++;
        SEEN[i] = key;
        return true;
      }
    }
  }
}
