package com.example.order.rows;

import com.example.order.HiddenRwIgnored;
import com.example.order.Meeting;
import com.example.order.Script;
import com.example.order.Table;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** L12 to L22 and L26: starting, ending and interrupting threads. */
final class ThreadRows {
  private ThreadRows() {}

  static void add(Table t) {
    starts(t);
    notStarts(t);
    joins(t);
    notJoins(t);
    ends(t);
    interrupts(t);
    inherited(t);
  }

  private static void starts(Table t) {
    t.clean(
        "L12",
        "start",
        m ->
            m.together(
                () -> {
                  Thread child = m.thread(m::second);
                  m.first();
                  child.start();
                  m.end(child);
                }));
    t.clean(
        "L12",
        "start by a method reference",
        m ->
            m.together(
                () -> {
                  Thread child = m.thread(m::second);
                  m.first();
                  Runnable start = child::start;
                  start.run();
                  m.end(child);
                }));
    t.clean(
            "L12",
            "start of a subclass that overrides run",
            m ->
                m.together(
                    () -> {
                      Thread child =
                          new Thread("own run") {
                            @Override
                            public void run() {
                              m.second();
                            }
                          };
                      m.first();
                      child.start();
                      m.end(child);
                    }))
        .platformOnly();
  }

  private static void notStarts(Table t) {
    t.racy(
        "L13",
        "access of the parent after start",
        m ->
            m.together(
                () -> {
                  Thread child =
                      m.thread(
                          () -> {
                            m.order().await(1);
                            m.second();
                          });
                  child.start();
                  m.first();
                  m.order().step();
                  m.end(child);
                }));
    t.racy(
        "L14",
        "made by one thread, started by another",
        m -> {
          HiddenRwIgnored<Thread> made = new HiddenRwIgnored<>();
          m.inOrder(
              () -> {
                m.first();
                made.set(m.thread(m::second));
              },
              () -> {
                made.get().start();
                m.end(made.get());
              });
        });
  }

  /** How one thread learns of another's end. */
  private interface Learn {
    void of(Thread other) throws Throwable;
  }

  private static Script ended(Learn learn) {
    return m ->
        m.together(
            () -> {
              Thread child = m.thread(m::first);
              child.start();
              learn.of(child);
              m.second();
            });
  }

  private static void joins(Table t) {
    t.clean("L15", "join", ended(c -> c.join()));
    t.clean("L15", "join with a limit", ended(c -> c.join(60_000)));
    t.clean("L15", "join with nanoseconds", ended(c -> c.join(60_000, 1)));
    t.clean("L15", "join by a method reference", ended(Thread::join));
    t.clean("L15", "join(Duration)", m -> Newer.play("JoinDuration", m)).since(19);
    t.clean("L17", "isAlive is false", ended(ThreadRows::untilDead));
    t.clean("L18", "getState is TERMINATED", ended(ThreadRows::untilTerminated));
    t.clean(
        "L15",
        "join by a third thread",
        m -> {
          Thread child = m.thread(m::first);
          child.start();
          m.together(
              () -> {
                child.join();
                m.second();
              });
        });
  }

  private static void untilDead(Thread thread) {
    while (thread.isAlive()) {
      Thread.onSpinWait();
    }
  }

  private static void untilTerminated(Thread thread) {
    while (thread.getState() != Thread.State.TERMINATED) {
      Thread.onSpinWait();
    }
  }

  private static Script running(Learn learn) {
    return m ->
        m.together(
            () -> {
              Thread child =
                  m.thread(
                      () -> {
                        m.first();
                        m.order().step();
                        m.order().await(2);
                      });
              child.start();
              m.order().await(1);
              learn.of(child);
              m.second();
              m.order().step();
              m.end(child);
            });
  }

  private static void notJoins(Table t) {
    t.racy("L16", "join timed out", running(c -> c.join(1)));
    t.racy("L16", "join with nanoseconds timed out", running(c -> c.join(0, 1)));
    t.racy("L16", "join(Duration) timed out", m -> Newer.play("JoinDurationTimedOut", m)).since(19);
    t.racy("L17", "isAlive is true", running(Thread::isAlive));
    t.racy("L18", "getState is not TERMINATED", running(Thread::getState));
    t.racy("L19", "join of a thread that never ran", notRun(c -> c.join()));
    t.racy("L19", "isAlive of a thread that never ran", notRun(Thread::isAlive));
  }

  private static Script notRun(Learn learn) {
    return m -> {
      HiddenRwIgnored<Thread> made = new HiddenRwIgnored<>();
      m.inOrder(
          () -> {
            m.first();
            made.set(m.thread(() -> {}));
          },
          () -> {
            learn.of(made.get());
            m.second();
          });
    };
  }

  private static void ends(Table t) {
    t.clean(
        "L20",
        "what the handler of an uncaught exception did, after join",
        m ->
            m.together(
                () -> {
                  Thread child =
                      m.factory()
                          .newThread(
                              () -> {
                                throw new IllegalStateException("on purpose");
                              });
                  child.setUncaughtExceptionHandler((thread, thrown) -> m.first());
                  child.start();
                  child.join();
                  m.second();
                }));
  }

  private static Script interrupted(Learn block) {
    return m -> {
      Thread sleeper =
          m.thread(
              () -> {
                m.order().step();
                block.of(Thread.currentThread());
                m.second();
              });
      m.together(
          () -> {
            m.order().await(1);
            m.first();
            sleeper.interrupt();
          },
          () -> {
            sleeper.start();
            m.end(sleeper);
          });
    };
  }

  private static void interrupts(Table t) {
    t.clean("L21", "Thread.interrupted", interrupted(ThreadRows::spinInterrupted));
    t.clean("L21", "isInterrupted", interrupted(ThreadRows::spinIsInterrupted));
    t.clean("L21", "sleep throws", interrupted(c -> thrown(() -> Thread.sleep(60_000))));
    t.clean("L21", "wait throws", interrupted(c -> thrown(ThreadRows::waitLong)));
    t.clean("L21", "join throws", interrupted(c -> thrown(() -> joinItself(c))));
    t.clean(
        "L21", "take throws", interrupted(c -> thrown(() -> new ArrayBlockingQueue<>(1).take())));
    t.clean("L21", "await throws", interrupted(c -> thrown(() -> new CountDownLatch(1).await())));
    t.clean("L21", "park, then interrupted", interrupted(ThreadRows::park));
    t.clean("L21", "lockInterruptibly throws", ThreadRows::lockHeld);
    t.clean("L21", "seen by a third thread", ThreadRows::thirdThread);
    t.racy("L22", "isInterrupted is false", m -> notInterrupted(m));
  }

  private static void notInterrupted(Meeting m) throws InterruptedException {
    Thread sleeper =
        m.thread(
            () -> {
              m.order().await(1);
              m.check(!Thread.currentThread().isInterrupted() && !Thread.interrupted());
              m.second();
              m.order().step();
            });
    m.together(
        () -> {
          m.first();
          m.order().step();
          m.order().await(2);
          sleeper.interrupt();
        },
        () -> {
          sleeper.start();
          m.end(sleeper);
        });
  }

  private static void thirdThread(Meeting m) throws InterruptedException {
    Thread sleeper = m.thread(() -> m.order().await(1));
    sleeper.start();
    m.together(
        () -> {
          m.first();
          sleeper.interrupt();
        },
        () -> {
          spinIsInterrupted(sleeper);
          m.second();
          m.order().step();
        });
    m.end(sleeper);
  }

  private static void spinInterrupted(Thread self) {
    while (!Thread.interrupted()) {
      Thread.onSpinWait();
    }
  }

  private static void spinIsInterrupted(Thread self) {
    while (!self.isInterrupted()) {
      Thread.onSpinWait();
    }
  }

  private static void park(Thread self) {
    while (!Thread.interrupted()) {
      LockSupport.park();
    }
  }

  private static void waitLong() throws InterruptedException {
    Object lock = new Object();
    synchronized (lock) {
      lock.wait(60_000);
    }
  }

  private static void joinItself(Thread self) throws InterruptedException {
    self.join(60_000);
  }

  private static void lockHeld(Meeting m) throws Throwable {
    ReentrantLock lock = new ReentrantLock();
    Thread holder = new Thread(lock::lock);
    holder.start();
    holder.join();
    interrupted(c -> thrown(lock::lockInterruptibly)).play(m);
  }

  /** Something that an interrupt ends. */
  private interface Blocking {
    void run() throws InterruptedException;
  }

  private static void thrown(Blocking blocking) {
    try {
      blocking.run();
    } catch (InterruptedException e) {
      return;
    }
    throw new IllegalStateException("nothing was thrown");
  }

  private static void inherited(Table t) {
    t.clean(
        "L26",
        "an inherited value",
        m ->
            m.together(
                () -> {
                  InheritableThreadLocal<int[]> local = new InheritableThreadLocal<>();
                  local.set(new int[1]);
                  local.get()[0] = 1;
                  m.first();
                  Thread child =
                      m.thread(
                          () -> {
                            local.get()[0]++;
                            m.second();
                          });
                  child.start();
                  m.end(child);
                }));
  }
}
