package com.example.order.random;

/** What each step means to the order of threads, said once more and independently of the agent. */
final class Rules {
  private Rules() {}

  static void tell(Step s, Clocks clocks, Model after) {
    int t = s.thread();
    switch (s.op()) {
      case READ -> clocks.access(t, s.object(), false);
      case WRITE -> clocks.access(t, s.object(), true);
      case ENTER, WOKEN -> clocks.acquire(t, "monitor" + s.object());
      case EXIT, WAIT -> clocks.release(t, "monitor" + s.object());
      case LOCK -> clocks.acquire(t, "lock" + s.object());
      case UNLOCK -> clocks.release(t, "lock" + s.object());
      case TRY_LOCK -> acquireIf(s, clocks, "lock" + s.object());
      case READ_LOCK, STAMPED_READ -> clocks.acquire(t, "writers" + s.object());
      case READ_UNLOCK -> clocks.release(t, "readers" + s.object());
      case WRITE_LOCK, STAMPED_WRITE -> {
        clocks.acquire(t, "writers" + s.object());
        clocks.acquire(t, "readers" + s.object());
      }
      case WRITE_UNLOCK -> clocks.release(t, "writers" + s.object());
      case STAMPED_UNLOCK -> clocks.release(t, (s.succeeds() ? "writers" : "readers") + s.object());
      case OPTIMISTIC -> {
        clocks.acquire(t, "writers" + s.object());
        clocks.access(t, 0, false);
        clocks.release(t, "readers" + s.object());
      }
      case VOLATILE_WRITE -> clocks.release(t, "volatile" + s.object());
      case VOLATILE_READ -> clocks.acquire(t, "volatile" + s.object());
      case ATOMIC_SET -> clocks.release(t, "atomic" + s.object());
      case ATOMIC_GET -> clocks.acquire(t, "atomic" + s.object());
      case ATOMIC_ADD -> both(t, clocks, "atomic" + s.object());
      case CAS -> {
        clocks.acquire(t, "atomic" + s.object());
        if (s.succeeds()) {
          clocks.release(t, "atomic" + s.object());
        }
      }
      case NOTIFY, PARK, UNPARK -> {}
      default -> handOver(s, clocks, after);
    }
  }

  private static void both(int t, Clocks clocks, String object) {
    clocks.acquire(t, object);
    clocks.release(t, object);
  }

  private static void acquireIf(Step s, Clocks clocks, String object) {
    if (s.succeeds()) {
      clocks.acquire(s.thread(), object);
    }
  }

  private static void releaseIf(Step s, Clocks clocks, String object) {
    if (s.succeeds()) {
      clocks.release(s.thread(), object);
    }
  }

  private static void handOver(Step s, Clocks clocks, Model after) {
    int t = s.thread();
    switch (s.op()) {
      case OFFER -> clocks.release(t, "element" + after.element);
      case PUT -> {
        clocks.release(t, "element" + after.element);
        clocks.acquire(t, "element" + after.previous); // which put returns
      }
      case POLL, GET -> acquireIf(s, clocks, "element" + after.element);
      case COUNT_DOWN -> clocks.release(t, "latch" + s.object());
      case AWAIT -> acquireIf(s, clocks, "latch" + s.object());
      case RELEASE -> clocks.release(t, "semaphore" + s.object());
      case ACQUIRE -> acquireIf(s, clocks, "semaphore" + s.object());
      case COMPLETE -> releaseIf(s, clocks, "future" + s.object());
      case JOIN_FUTURE -> acquireIf(s, clocks, "future" + s.object());
      case SUBMIT -> clocks.release(t, "submitted" + s.object());
      case BEGIN_TASK -> clocks.acquire(t, "submitted" + s.object());
      case END_TASK -> clocks.release(t, "done" + s.object());
      case GET_TASK -> acquireIf(s, clocks, "done" + s.object());
      case START -> {
        clocks.release(t, "start" + s.object());
        clocks.acquire(s.object(), "start" + s.object());
      }
      case END -> clocks.release(t, "end" + t);
      case JOIN -> clocks.acquire(t, "end" + s.object());
      default -> throw new IllegalStateException("no rule for " + s);
    }
  }
}
