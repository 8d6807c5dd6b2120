package io.racewatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Virtual threads, where the JVM has them; called by reflection, for JDK 17 has none. */
class VirtualThreadsTest {
  private static final Method START = start();

  private static Method start() {
    try {
      return Thread.class.getMethod("startVirtualThread", Runnable.class);
    } catch (NoSuchMethodException before21) {
      return null;
    }
  }

  private static Thread virtual(Runnable work) throws Exception {
    return (Thread) START.invoke(null, work);
  }

  @Test
  void eachHasAStateOfItsOwn() throws Exception {
    if (START == null) {
      return;
    }
    AtomicInteger wrong = new AtomicInteger();
    Thread[] threads = new Thread[2_000];
    for (int i = 0; i < threads.length; i++) {
      threads[i] =
          virtual(
              () -> {
                ThreadState state = ThreadState.current();
                for (int k = 0; k < 5; k++) {
                  Thread.yield();
                  wrong.addAndGet(state == ThreadState.current() ? 0 : 1);
                }
                wrong.addAndGet(state.info.virtual ? 0 : 1);
              });
    }
    for (Thread t : threads) {
      t.join();
      assertThat(Threads.hasEnded(t)).isTrue();
    }
    assertThat(wrong).hasValue(0);
    assertThat(ThreadState.current().info.virtual).isFalse();
  }

  @Test
  void theirLocksAndOrdersAreTheirs() throws Exception {
    if (START == null) {
      return;
    }
    Object lock = new Object();
    AtomicInteger wrong = new AtomicInteger();
    AtomicReference<long[]> last = new AtomicReference<>(new long[1]);
    Thread[] threads = new Thread[500];
    for (int i = 0; i < threads.length; i++) {
      threads[i] = virtual(() -> section(lock, last, wrong));
    }
    for (Thread t : threads) {
      t.join();
    }
    assertThat(wrong).hasValue(0);
  }

  private static void section(Object lock, AtomicReference<long[]> last, AtomicInteger wrong) {
    ThreadState t = ThreadState.current();
    synchronized (lock) {
      SyncHooks.acquire(lock, t, 0);
      long before = last.get()[0];
      wrong.addAndGet(before == 0 || t.knows((int) (before >>> 32), (int) before) ? 0 : 1);
      wrong.addAndGet(t.held.depth == 1 ? 0 : 1);
      last.set(new long[] {t.epoch});
      SyncHooks.release(lock, t, 0);
    }
    wrong.addAndGet(t.held == null ? 0 : 1);
  }

  @Test
  void theEndOfOneOrders() throws Exception {
    if (START == null) {
      return;
    }
    AtomicReference<ThreadState> seen = new AtomicReference<>();
    Thread child = virtual(() -> seen.set(ThreadState.current()));
    child.join();
    ThreadState joiner = Given.thread();
    SyncHooks.joined(child, joiner, 0);
    assertThat(joiner.knows(seen.get().slot, seen.get().clock)).isTrue();
  }
}
