package io.racewatch.trace.witness;

import java.util.Arrays;

/**
 * The part of a trace that a search goes through, without the events that can be done at any time:
 * accesses that no bound read depends on, locks of one thread, marks. Events are numbered anew,
 * those of one thread in a row. Built by {@link SliceBuilder}, then only read.
 */
final class Slice {
  /** Takes the lock {@link #object}. */
  static final byte ACQUIRE = 0;

  /** Gives it back. */
  static final byte RELEASE = 1;

  /** Reads the variable {@link #object}, which must then hold what {@link #needs} wrote. */
  static final byte READ = 2;

  /** Writes it. */
  static final byte WRITE = 3;

  /** Waits until the thread {@link #object} has come to {@link #needs}. */
  static final byte AWAIT = 4;

  /** Can never be done in this slice. */
  static final byte NEVER = 5;

  final History history;

  /** Numbers of the threads in the trace. */
  final int[] threads;

  /** First event of each thread; one past the last is the first of the next. */
  final int[] start;

  /** One past the last event that every reordering has, by thread. */
  final int[] must;

  /** How many events of the trace each thread has here. */
  final int[] limits;

  /** Which threads are of the pattern. */
  final boolean[] inPattern;

  final byte[] op;
  final int[] object;
  final int[] needs;

  /** The event of the trace, or {@link History#NONE} for the start of a thread. */
  final int[] event;

  /** Whether the thread does not give the lock of this acquire back in this slice. */
  final boolean[] kept;

  /** How many acquires of the same lock, or writes of the same variable, its thread still has. */
  final int[] own;

  /** The same, of those that every reordering has. */
  final int[] ownMust;

  final int locks;
  final int variables;

  /** Who has each lock in the beginning, or -1. */
  final int[] owners;

  Slice(
      History history,
      int[] threads,
      int[] start,
      int[] must,
      int[] limits,
      boolean[] inPattern,
      Events events,
      int[] owners,
      int variables) {
    this.history = history;
    this.threads = threads;
    this.start = start;
    this.must = must;
    this.limits = limits;
    this.inPattern = inPattern;
    int size = start[threads.length];
    this.op = Arrays.copyOf(events.op, size);
    this.object = Arrays.copyOf(events.object, size);
    this.needs = Arrays.copyOf(events.needs, size);
    this.event = Arrays.copyOf(events.event, size);
    this.kept = Arrays.copyOf(events.kept, size);
    this.owners = owners;
    this.locks = owners.length;
    this.variables = variables;
    own = new int[size];
    ownMust = new int[size];
    count();
  }

  /** Columns that grow. */
  static final class Events {
    private byte[] op = new byte[64];
    private int[] object = new int[64];
    private int[] needs = new int[64];
    private int[] event = new int[64];
    private boolean[] kept = new boolean[64];
    private int size;

    int size() {
      return size;
    }

    void add(byte what, int on, int need, int of, boolean keeps) {
      if (size == op.length) {
        int more = size * 2;
        op = Arrays.copyOf(op, more);
        object = Arrays.copyOf(object, more);
        needs = Arrays.copyOf(needs, more);
        event = Arrays.copyOf(event, more);
        kept = Arrays.copyOf(kept, more);
      }
      op[size] = what;
      object[size] = on;
      needs[size] = need;
      event[size] = of;
      kept[size] = keeps;
      size++;
    }

    byte op(int index) {
      return op[index];
    }

    int event(int index) {
      return event[index];
    }

    void need(int index, int need) {
      needs[index] = need;
    }

    void await(int index, int thread, int until) {
      object[index] = thread;
      needs[index] = until;
    }

    void never(int index) {
      op[index] = NEVER;
    }
  }

  private void count() {
    int[] acquires = new int[locks];
    int[] mustAcquires = new int[locks];
    int[] writes = new int[variables];
    for (int t = 0; t < threads.length; t++) {
      Arrays.fill(acquires, 0);
      Arrays.fill(mustAcquires, 0);
      Arrays.fill(writes, 0);
      for (int i = start[t + 1] - 1; i >= start[t]; i--) {
        if (op[i] == ACQUIRE) {
          own[i] = ++acquires[object[i]];
          ownMust[i] = mustAcquires[object[i]] += i < must[t] ? 1 : 0;
        } else if (op[i] == WRITE) {
          own[i] = ++writes[object[i]];
        }
      }
    }
  }

  int size() {
    return op.length;
  }
}
