package io.racewatch.trace;

import java.util.Arrays;

/**
 * The events of one execution in the order in which they happened, in columns: 13 bytes an event.
 * Threads, locks and variables are numbers; {@link Names} has what they are called. Whether the
 * sequence makes sense (no lock taken twice, no event of a thread before its fork) is not checked.
 * Immutable once built, so safe for any number of readers.
 */
public final class Trace {
  private final int size;
  private final byte[] ops;
  private final int[] threadOf;
  private final int[] operands;
  private final int[] locations;
  private final Names threads;
  private final Names locks;
  private final Names variables;

  private Trace(Builder b) {
    size = b.size;
    ops = b.ops;
    threadOf = b.threadOf;
    operands = b.operands;
    locations = b.locations;
    threads = b.threads;
    locks = b.locks;
    variables = b.variables;
  }

  /** How many events there are. They are counted from 0; the event e stands on line e + 1. */
  public int size() {
    return size;
  }

  /** What the event does. */
  public Op op(int event) {
    return Op.of(ops[event]);
  }

  /** Who does it. */
  public int thread(int event) {
    return threadOf[event];
  }

  /** The variable, lock or thread that it does it to; -1 for an idle event. */
  public int operand(int event) {
    return operands[event];
  }

  /** The place in the program, a number that only the maker of the trace understands. */
  public int location(int event) {
    return locations[event];
  }

  /** The threads, those that are only forked or joined too. */
  public Names threads() {
    return threads;
  }

  /** The locks. */
  public Names locks() {
    return locks;
  }

  /** The variables. */
  public Names variables() {
    return variables;
  }

  /** The line on which an event stands, counted from 1. */
  public static int line(int event) {
    return event + 1;
  }

  /** Collects events in their order. Not thread-safe. */
  public static final class Builder {
    private static final int FIRST = 1024;
    private static final int MOST = Integer.MAX_VALUE - 16;

    private final Names threads = new Names();
    private final Names locks = new Names();
    private final Names variables = new Names();
    private int size;
    private byte[] ops = new byte[FIRST];
    private int[] threadOf = new int[FIRST];
    private int[] operands = new int[FIRST];
    private int[] locations = new int[FIRST];

    /** The names of threads, to number them. */
    public Names threads() {
      return threads;
    }

    /** The names of what that kind of event is about. */
    public Names operands(Op op) {
      return op.isAccess() ? variables : op.isOnLock() ? locks : threads;
    }

    /** Adds an event by names; an idle one has any operand. */
    public Builder add(String thread, Op op, String operand, int location) {
      int number = op.isIdle() ? -1 : operands(op).number(operand);
      return add(threads.number(thread), op, number, location);
    }

    /** Adds an event by numbers. */
    public Builder add(int thread, Op op, int operand, int location) {
      if (size == ops.length) {
        grow();
      }
      ops[size] = (byte) op.ordinal();
      threadOf[size] = thread;
      operands[size] = operand;
      locations[size] = location;
      size++;
      return this;
    }

    private void grow() {
      if (size == MOST) {
        throw new IllegalStateException("more than " + MOST + " events");
      }
      int more = (int) Math.min(MOST, size + (long) size / 2);
      ops = Arrays.copyOf(ops, more);
      threadOf = Arrays.copyOf(threadOf, more);
      operands = Arrays.copyOf(operands, more);
      locations = Arrays.copyOf(locations, more);
    }

    /** How many were added so far. */
    public int size() {
      return size;
    }

    /** The trace; the builder must not be used after. */
    public Trace build() {
      return new Trace(this);
    }
  }
}
