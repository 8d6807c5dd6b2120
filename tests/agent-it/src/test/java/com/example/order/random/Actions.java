package com.example.order.random;

import com.example.order.HiddenRwIgnored;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** The objects of a program, and what steps do with them. */
final class Actions {
  private final Variables variables;
  private final Thread[] threads;
  private final HiddenRwIgnored<Thread> worker;
  private final Object[] monitors = {new Object(), new Object()};
  private final FlagsRwIgnored woken = new FlagsRwIgnored();
  private final ReentrantLock[] locks = {new ReentrantLock(), new ReentrantLock()};
  private final ReentrantReadWriteLock both = new ReentrantReadWriteLock();
  private final StampedLock stamped = new StampedLock();
  private final StampsRwIgnored stamps = new StampsRwIgnored();
  private final AtomicInteger[] atomics = {new AtomicInteger(), new AtomicInteger()};
  private final ConcurrentLinkedQueue<Object> linked = new ConcurrentLinkedQueue<>();
  private final LinkedBlockingQueue<Object> blocking = new LinkedBlockingQueue<>();
  private final ConcurrentHashMap<Integer, Object> map = new ConcurrentHashMap<>();
  private final CountDownLatch[] latches = {new CountDownLatch(2), new CountDownLatch(2)};
  private final Semaphore[] semaphores = {new Semaphore(0), new Semaphore(0)};
  private final FuturesRwIgnored futures = new FuturesRwIgnored();
  private final CompletableFuture<?>[] promises = {
    new CompletableFuture<>(), new CompletableFuture<>()
  };
  private volatile int left;
  private volatile int right;

  Actions(Variables variables, Thread[] threads, HiddenRwIgnored<Thread> worker) {
    this.variables = variables;
    this.threads = threads;
    this.worker = worker;
  }

  Object monitor(int object) {
    return monitors[object];
  }

  /** Waits on the monitor, which the thread is in, until it was notified. */
  void await(int object) {
    try {
      while (!woken.get(object)) {
        monitors[object].wait();
      }
      woken.set(object, false);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  void submitted(int task, Future<?> future) {
    futures.set(task, future);
  }

  void act(Step s) {
    int o = s.object();
    switch (s.op()) {
      case READ -> variables.read(o);
      case WRITE -> variables.write(o);
      case NOTIFY -> {
        woken.set(o, true);
        monitors[o].notifyAll();
      }
      case LOCK -> locks[o].lock();
      case UNLOCK -> locks[o].unlock();
      case TRY_LOCK -> check(locks[o].tryLock(), s);
      case READ_LOCK -> both.readLock().lock();
      case READ_UNLOCK -> both.readLock().unlock();
      case WRITE_LOCK -> both.writeLock().lock();
      case WRITE_UNLOCK -> both.writeLock().unlock();
      case STAMPED_WRITE -> stamps.set(s.thread(), stamped.writeLock());
      case STAMPED_READ -> stamps.set(s.thread(), stamped.readLock());
      case STAMPED_UNLOCK -> unlock(s);
      case OPTIMISTIC -> optimistic(s);
      default -> handOver(s, o);
    }
  }

  private void unlock(Step s) {
    long stamp = stamps.get(s.thread());
    if (s.succeeds()) {
      stamped.unlockWrite(stamp);
    } else {
      stamped.unlockRead(stamp);
    }
  }

  private void optimistic(Step s) {
    long stamp = stamped.tryOptimisticRead();
    variables.read(0);
    check(stamped.validate(stamp), s);
  }

  private static void check(boolean outcome, Step s) {
    if (outcome != s.succeeds()) {
      throw new IllegalStateException("another outcome than foreseen: " + s);
    }
  }

  private void handOver(Step s, int o) {
    switch (s.op()) {
      case VOLATILE_WRITE -> writeVolatile(o);
      case VOLATILE_READ -> check(o == 0 ? left >= 0 : right >= 0, s);
      case ATOMIC_SET -> atomics[o].set(1);
      case ATOMIC_GET -> check(atomics[o].get() >= 0, s);
      case ATOMIC_ADD -> atomics[o].incrementAndGet();
      case CAS -> swap(s, atomics[o]);
      case OFFER -> check((o == 0 ? linked : blocking).offer(new Object()), s);
      case POLL -> check((o == 0 ? linked : blocking).poll() != null, s);
      case PUT -> map.put(o, new Object());
      case GET -> check(map.get(o) != null, s);
      case COUNT_DOWN -> latches[o].countDown();
      case RELEASE -> semaphores[o].release();
      case ACQUIRE -> check(semaphores[o].tryAcquire(), s);
      case UNPARK -> LockSupport.unpark(thread(o));
      case COMPLETE -> check(promises[o].complete(null), s);
      case JOIN_FUTURE ->
          check(s.succeeds() ? promises[o].join() == null : promises[o].isDone(), s);
      case START -> threads[o].start();
      default -> blocking(s, o);
    }
  }

  private void writeVolatile(int o) {
    if (o == 0) {
      left = 1;
    } else {
      right = 1;
    }
  }

  /** The value stands still meanwhile, so it is known which outcome comes. */
  private static void swap(Step s, AtomicInteger atomic) {
    int known = atomic.getOpaque();
    check(atomic.compareAndSet(s.succeeds() ? known : known + 1, known), s);
  }

  private Thread thread(int o) {
    return o < threads.length ? threads[o] : worker.get();
  }

  private void blocking(Step s, int o) {
    try {
      switch (s.op()) {
        case AWAIT ->
            check(latches[o].await(s.succeeds() ? 60_000_000 : 1, TimeUnit.MICROSECONDS), s);
        case JOIN -> threads[o].join();
        case PARK -> LockSupport.parkNanos(this, 1_000_000);
        case GET_TASK -> result(s, futures.get(o));
        case BEGIN_TASK, WOKEN -> {}
        default -> throw new IllegalStateException("no action for " + s);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void result(Step s, Future<?> future) throws InterruptedException {
    try {
      future.get(s.succeeds() ? 60_000_000 : 1, TimeUnit.MICROSECONDS);
      check(true, s);
    } catch (TimeoutException e) {
      check(false, s);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
