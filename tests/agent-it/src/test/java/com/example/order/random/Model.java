package com.example.order.random;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Random;

/** The state of a program's objects while it is made. */
final class Model {
  static final int FREE = -1;
  static final int OBJECTS = 2;
  static final int TASKS = 4;
  private static final int COUNT = 2;

  final boolean[] started = new boolean[Generator.THREADS];
  final boolean[] ended = new boolean[Generator.THREADS];
  final int[] monitor = {FREE, FREE};
  final int[] reserved = {FREE, FREE};
  final int[] waiter = {FREE, FREE};
  final boolean[] woken = new boolean[OBJECTS];
  final int[] lock = {FREE, FREE};
  final int[] lockDepth = new int[OBJECTS];
  final int[] writer = {FREE, FREE};
  final boolean[][] reader = new boolean[OBJECTS][Generator.THREADS + 1];
  final Deque<Integer>[] entered = deques(Generator.THREADS + 1);
  final Deque<Integer>[] queue = deques(OBJECTS);
  final int[] value = {FREE, FREE};
  final int[] count = {COUNT, COUNT};
  final int[] permits = new int[OBJECTS];
  final boolean[] unparked = new boolean[Generator.THREADS + 1];
  final boolean[] complete = new boolean[OBJECTS];
  final Deque<Integer> submitted = new ArrayDeque<>();
  final boolean[] taskEnded = new boolean[TASKS];
  int tasks;
  int running = FREE;
  int elements;

  /** The element that the last step put, took or looked at. */
  int element;

  /** The element that the last put replaced, or {@link #FREE}. */
  int previous;

  @SuppressWarnings("unchecked")
  private static Deque<Integer>[] deques(int count) {
    Deque<Integer>[] all = new Deque[count];
    Arrays.setAll(all, i -> new ArrayDeque<>());
    return all;
  }

  boolean runs(int thread) {
    return thread == Generator.WORKER
        ? running != FREE || !submitted.isEmpty()
        : started[thread] && !ended[thread];
  }

  private int waitsFor(int thread) {
    return waiter[0] == thread ? 0 : waiter[1] == thread ? 1 : FREE;
  }

  /** The step if that thread can do it now, or null. */
  Step step(int thread, Op op, Random random) {
    int waits = waitsFor(thread);
    if (waits != FREE) {
      boolean can = woken[waits] && monitor[waits] == FREE;
      return can ? new Step(thread, Op.WOKEN, waits, true) : null;
    }
    if (thread == Generator.WORKER && running == FREE) {
      return new Step(thread, Op.BEGIN_TASK, submitted.peek(), true);
    }
    return switch (op) {
      case READ, WRITE -> new Step(thread, op, random.nextInt(Variables.NAMES.length), true);
      case SUBMIT -> tasks < TASKS ? new Step(thread, op, tasks, true) : null;
      case GET_TASK -> task(thread, random.nextInt(TASKS));
      case START, JOIN, UNPARK -> other(thread, op, random.nextInt(Generator.THREADS));
      case END -> ends(closing(thread));
      case PARK -> unparked[thread] ? new Step(thread, op, 0, true) : null;
      default -> shared(thread, op, random.nextInt(OBJECTS), random.nextBoolean());
    };
  }

  private static Step ends(Step closing) {
    boolean ends = closing != null && (closing.op() == Op.END || closing.op() == Op.END_TASK);
    return ends ? closing : null;
  }

  private Step task(int thread, int task) {
    boolean known = task < tasks && (thread != Generator.WORKER || taskEnded[task]);
    return known ? new Step(thread, Op.GET_TASK, task, taskEnded[task]) : null;
  }

  private Step other(int thread, Op op, int other) {
    boolean can =
        switch (op) {
          case START -> !started[other];
          case JOIN -> ended[other];
          default -> runs(other);
        };
    return can ? new Step(thread, op, other, true) : null;
  }

  private Step shared(int thread, Op op, int o, boolean either) {
    boolean writes = writer[o] == thread;
    boolean nobody = writer[o] == FREE && !anyReader(o);
    int outcome =
        switch (op) {
          case ENTER -> yes(monitor[o] == thread || monitor[o] == FREE && reserved[o] == FREE);
          case EXIT -> yes(!entered[thread].isEmpty() && entered[thread].peek() == o);
          case WAIT -> yes(canWait(thread, o));
          case NOTIFY -> yes(monitor[o] == thread && waiter[o] != FREE && !woken[o]);
          case LOCK -> yes(lock[o] == FREE || lock[o] == thread);
          case UNLOCK -> yes(lock[o] == thread);
          case TRY_LOCK -> lock[o] == FREE || lock[o] == thread ? 1 : 0;
          case READ_LOCK -> yes(o == 0 && writer[o] == FREE && !reader[o][thread]);
          case READ_UNLOCK -> yes(o == 0 && reader[o][thread]);
          case WRITE_LOCK -> yes(o == 0 && nobody);
          case WRITE_UNLOCK -> yes(o == 0 && writes);
          case STAMPED_WRITE -> yes(o == 1 && nobody);
          case STAMPED_READ -> yes(o == 1 && writer[o] == FREE && !reader[o][thread]);
          case STAMPED_UNLOCK -> o == 1 && writes ? 1 : o == 1 && reader[o][thread] ? 0 : FREE;
          case OPTIMISTIC -> yes(o == 1 && writer[o] == FREE && !reader[o][thread]);
          case CAS -> either ? 1 : 0;
          case POLL -> queue[o].isEmpty() ? 0 : 1;
          case GET -> value[o] == FREE ? 0 : 1;
          case COUNT_DOWN -> yes(count[o] > 0);
          case AWAIT -> count[o] == 0 ? 1 : 0;
          case ACQUIRE -> permits[o] > 0 ? 1 : 0;
          case COMPLETE -> complete[o] ? 0 : 1;
          case JOIN_FUTURE -> complete[o] ? 1 : 0;
          case VOLATILE_WRITE,
              VOLATILE_READ,
              ATOMIC_SET,
              ATOMIC_GET,
              ATOMIC_ADD,
              OFFER,
              PUT,
              RELEASE ->
              1;
          default -> FREE;
        };
    return outcome == FREE ? null : new Step(thread, op, o, outcome == 1);
  }

  /** Another thread must be left to notify it. */
  private boolean canWait(int thread, int o) {
    boolean others = false;
    for (int t = 0; t < Generator.THREADS; t++) {
      others |= t != thread && runs(t) && waitsFor(t) == FREE;
    }
    return others
        && monitor[o] == thread
        && waiter[o] == FREE
        && depth(thread, o) == 1
        && entered[thread].peek() == o;
  }

  private static int yes(boolean can) {
    return can ? 1 : FREE;
  }

  private boolean anyReader(int o) {
    for (boolean reads : reader[o]) {
      if (reads) {
        return true;
      }
    }
    return false;
  }

  int depth(int thread, int o) {
    int depth = 0;
    for (int each : entered[thread]) {
      depth += each == o ? 1 : 0;
    }
    return depth;
  }

  /** What a thread does next to come to its end; null if it must wait for another. */
  Step closing(int thread) {
    int waits = waitsFor(thread);
    if (waits != FREE) {
      boolean can = woken[waits] && monitor[waits] == FREE;
      return can ? new Step(thread, Op.WOKEN, waits, true) : null;
    }
    if (thread == Generator.WORKER && running == FREE) {
      return new Step(thread, Op.BEGIN_TASK, submitted.peek(), true);
    }
    for (int o = 0; o < OBJECTS; o++) {
      for (Op op :
          new Op[] {
            Op.NOTIFY, Op.EXIT, Op.UNLOCK, Op.READ_UNLOCK, Op.WRITE_UNLOCK, Op.STAMPED_UNLOCK
          }) {
        Step step = shared(thread, op, o, true);
        if (step != null) {
          return step;
        }
      }
      if (waiter[o] != FREE && !woken[o] && monitor[o] == FREE && reserved[o] == FREE) {
        return new Step(thread, Op.ENTER, o, true);
      }
    }
    if (!entered[thread].isEmpty()) {
      return null;
    }
    return thread == Generator.WORKER
        ? new Step(thread, Op.END_TASK, running, true)
        : new Step(thread, Op.END, 0, true);
  }

  /** Changes the state as the step does. */
  void apply(Step s) {
    int o = s.object();
    int t = s.thread();
    switch (s.op()) {
      case ENTER -> enter(t, o);
      case EXIT -> exit(t, o);
      case WAIT -> waits(t, o);
      case NOTIFY -> {
        woken[o] = true;
        reserved[o] = waiter[o];
      }
      case WOKEN -> wakes(t, o);
      case LOCK, TRY_LOCK -> {
        if (s.succeeds()) {
          lock[o] = t;
          lockDepth[o]++;
        }
      }
      case UNLOCK -> lock[o] = --lockDepth[o] == 0 ? FREE : t;
      case READ_LOCK, STAMPED_READ -> reader[o][t] = true;
      case READ_UNLOCK -> reader[o][t] = false;
      case WRITE_LOCK, STAMPED_WRITE -> writer[o] = t;
      case WRITE_UNLOCK -> writer[o] = FREE;
      case STAMPED_UNLOCK -> {
        reader[o][t] = false;
        writer[o] = writer[o] == t ? FREE : writer[o];
      }
      default -> others(s, o, t);
    }
  }

  private void enter(int t, int o) {
    monitor[o] = t;
    entered[t].push(o);
  }

  private void exit(int t, int o) {
    entered[t].pop();
    monitor[o] = depth(t, o) == 0 ? FREE : t;
  }

  private void waits(int t, int o) {
    waiter[o] = t;
    monitor[o] = FREE;
  }

  private void wakes(int t, int o) {
    waiter[o] = FREE;
    woken[o] = false;
    reserved[o] = FREE;
    monitor[o] = t;
  }

  private void others(Step s, int o, int t) {
    switch (s.op()) {
      case OFFER -> {
        element = elements++;
        queue[o].add(element);
      }
      case POLL -> element = s.succeeds() ? queue[o].poll() : FREE;
      case PUT -> {
        previous = value[o];
        element = elements++;
        value[o] = element;
      }
      case GET -> element = value[o];
      case COUNT_DOWN -> count[o]--;
      case RELEASE -> permits[o]++;
      case ACQUIRE -> permits[o] -= s.succeeds() ? 1 : 0;
      case UNPARK -> unparked[o] = true;
      case PARK -> unparked[t] = false;
      case COMPLETE -> complete[o] = true;
      case SUBMIT -> submitted.add(tasks++);
      case BEGIN_TASK -> running = submitted.poll();
      case END_TASK -> {
        taskEnded[o] = true;
        running = FREE;
      }
      case START -> started[o] = true;
      case END -> ended[t] = true;
      default -> {}
    }
  }
}
