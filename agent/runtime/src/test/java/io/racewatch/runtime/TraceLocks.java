package io.racewatch.runtime;

import java.util.Arrays;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** The locks of a random trace: monitors that are waited for, a read-write lock, a stamped lock. */
final class TraceLocks {
  private static final int FREE = -1;

  private final RandomTrace trace;
  private final Object[] monitors = {new Object(), new Object(), new Object()};
  private final int[] owner = {FREE, FREE, FREE};
  private final int[] depth = new int[monitors.length];
  private final ReentrantReadWriteLock both = new ReentrantReadWriteLock();
  private int writer = FREE;
  private final boolean[] readers = new boolean[8];
  private final StampedLock stamped = new StampedLock();
  private final Object stampedReaders = new Object();

  /** The monitor that a thread waits for, and how often it held it. */
  private final int[] waiting = new int[8];

  private final int[] waitDepth = new int[8];

  TraceLocks(RandomTrace trace) {
    this.trace = trace;
    Arrays.fill(waiting, FREE);
  }

  boolean waits(int t) {
    return waiting[t] != FREE;
  }

  boolean holdsAny(int t) {
    for (int o : owner) {
      if (o == t) {
        return true;
      }
    }
    return writer == t || readers[t] || waits(t);
  }

  void step(int t) {
    if (waits(t)) {
      endWait(t);
      return;
    }
    int kind = trace.random.nextInt(10);
    if (kind < 5) {
      monitor(t, trace.random.nextInt(monitors.length));
    } else if (kind < 8) {
      readWrite(t);
    } else {
      stamped(t);
    }
  }

  private void monitor(int t, int i) {
    ThreadState state = trace.state(t);
    if (owner[i] == FREE || owner[i] == t && trace.random.nextInt(4) == 0) {
      owner[i] = t;
      depth[i]++;
      SyncHooks.request(monitors[i], state, 0);
      SyncHooks.acquire(monitors[i], state, 0);
      trace.reference.acquire(t, monitors[i]);
    } else if (owner[i] == t && trace.random.nextInt(4) == 0) {
      waiting[t] = i;
      waitDepth[t] = depth[i];
      depth[i] = 0;
      owner[i] = FREE;
      SyncHooks.waitBegin(monitors[i], state, 0);
      trace.reference.release(t, monitors[i]);
    } else if (owner[i] == t) {
      SyncHooks.release(monitors[i], state, 0);
      if (--depth[i] == 0) {
        owner[i] = FREE;
        trace.reference.release(t, monitors[i]);
      }
    } else {
      SyncHooks.acquireIf(false, monitors[i], state, 0);
    }
  }

  private void endWait(int t) {
    int i = waiting[t];
    if (owner[i] == FREE) {
      waiting[t] = FREE;
      owner[i] = t;
      depth[i] = waitDepth[t];
      SyncHooks.waitEnd(monitors[i], trace.state(t), 0);
      trace.reference.acquire(t, monitors[i]);
    }
  }

  private void readWrite(int t) {
    ThreadState state = trace.state(t);
    if (writer == t) {
      writer = FREE;
      SyncHooks.release(both.writeLock(), state, 0);
      trace.reference.release(t, both.writeLock());
    } else if (readers[t]) {
      readers[t] = false;
      SyncHooks.releaseShared(both.readLock(), state, 0);
      trace.reference.release(t, both.readLock());
    } else if (writer == FREE && trace.random.nextBoolean()) {
      readers[t] = true;
      SyncHooks.acquireShared(both.readLock(), state, 0);
      trace.reference.acquire(t, both.writeLock());
    } else if (writer == FREE && !anyReader()) {
      writer = t;
      SyncHooks.acquire(both.writeLock(), state, 0);
      trace.reference.acquire(t, both.writeLock());
      trace.reference.acquire(t, both.readLock());
    } else {
      SyncHooks.acquireSharedIf(false, both.readLock(), state, 0);
    }
  }

  private boolean anyReader() {
    for (boolean reads : readers) {
      if (reads) {
        return true;
      }
    }
    return false;
  }

  /** An optimistic read, perhaps with a write of another thread in between; or a write. */
  private void stamped(int t) {
    int variable = trace.accesses().anyField();
    if (trace.random.nextInt(3) == 0) {
      write(t, variable, true);
      return;
    }
    ThreadState state = trace.state(t);
    String owner = StampedLock.class.getName();
    SyncHooks.consume(stamped, state, trace.call(owner, "tryOptimisticRead"));
    trace.reference.acquire(t, stamped);
    int other = trace.anyThread();
    boolean locked = trace.random.nextBoolean();
    boolean between = other != t && trace.runs(other) && !waits(other);
    if (between) {
      write(other, variable, locked);
    }
    int read = trace.accesses().hookRead(t, variable);
    boolean valid = !between || !locked;
    int validate = trace.call(owner, "validate");
    SyncHooks.consumeIf(valid, stamped, state, validate);
    if (valid) {
      trace.reference.acquire(t, stamped);
      trace.accesses().compareRead(t, variable, read);
      SyncHooks.publish(stamped, state, validate);
      trace.reference.release(t, stampedReaders);
    } else {
      trace.reference.voidRead(t, variable, read, stamped);
    }
  }

  private void write(int t, int variable, boolean locked) {
    if (locked) {
      SyncHooks.acquire(stamped, trace.state(t), 0);
      trace.reference.acquire(t, stamped);
      trace.reference.acquire(t, stampedReaders);
      trace.reference.holds(t, stamped, true);
    }
    trace.accesses().field(t, variable, true);
    if (locked) {
      SyncHooks.release(stamped, trace.state(t), 0);
      trace.reference.release(t, stamped);
      trace.reference.holds(t, stamped, false);
    }
  }
}
