package io.racewatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import org.junit.jupiter.api.Test;

/** What is held and what is ordered, by locks of all kinds. */
class LocksTest {
  private final ThreadState one = Given.thread();
  private final ThreadState other = Given.thread();
  private final int site = Given.lock("lock");

  /** Whether the other thread comes after all that this one did so far. */
  private boolean ordered(ThreadState before, int clock, ThreadState after) {
    return after.knows(before.slot, clock);
  }

  private static int depth(ThreadState t) {
    return t.held == null ? 0 : t.held.depth;
  }

  @Test
  void aReleaseComesBeforeTheNextAcquire() {
    Object lock = new Object();
    SyncHooks.acquire(lock, one, site);
    int clock = one.clock;
    SyncHooks.release(lock, one, site);
    assertThat(ordered(one, clock, other)).isFalse();
    SyncHooks.acquire(lock, other, site);
    assertThat(ordered(one, clock, other)).isTrue();
  }

  @Test
  void aMonitorIsHeldUntilItsLastExit() {
    Object lock = new Object();
    for (int i = 0; i < 3; i++) {
      SyncHooks.acquire(lock, one, site);
    }
    int clock = one.clock;
    SyncHooks.release(lock, one, site);
    SyncHooks.release(lock, one, site);
    assertThat(depth(one)).isEqualTo(1);
    assertThat(one.clock).as("no order from an inner exit").isEqualTo(clock);
    SyncHooks.release(lock, one, site);
    assertThat(depth(one)).isZero();
    assertThat(one.clock).isGreaterThan(clock);
  }

  @Test
  void locksNeedNotBeGivenBackInTheirOrder() {
    Object first = new Object();
    Object second = new Object();
    SyncHooks.acquire(first, one, site);
    SyncHooks.acquire(second, one, site);
    SyncHooks.release(first, one, site);
    assertThat(Held.find(one.held, Locks.of(second, one, site))).isNotNull();
    assertThat(depth(one)).isEqualTo(1);
    SyncHooks.release(second, one, site);
    assertThat(one.held).isNull();
  }

  @Test
  void readersAreNotOrderedAmongThemselvesButBeforeWriters() {
    ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    ThreadState writer = Given.thread();
    SyncHooks.acquireShared(lock.readLock(), one, site);
    int clock = one.clock;
    SyncHooks.releaseShared(lock.readLock(), one, site);
    SyncHooks.acquireShared(lock.readLock(), other, site);
    assertThat(ordered(one, clock, other)).isFalse();
    SyncHooks.releaseShared(lock.readLock(), other, site);
    SyncHooks.acquire(lock.writeLock(), writer, site);
    assertThat(ordered(one, clock, writer)).isTrue();
    int written = writer.clock;
    SyncHooks.release(lock.writeLock(), writer, site);
    SyncHooks.acquireShared(lock.readLock(), other, site);
    assertThat(ordered(writer, written, other)).isTrue();
  }

  /** {@code Lock l = rw.readLock()}: the call says no more than Lock. */
  @Test
  void aReadLockBehindALockIsShared() {
    readersStayUnordered(new ReentrantReadWriteLock().readLock());
    readersStayUnordered(new StampedLock().asReadLock());
  }

  private void readersStayUnordered(Lock read) {
    SyncHooks.request(read, one, site);
    SyncHooks.acquire(read, one, site);
    int clock = one.clock;
    assertThat(one.held.shared).isTrue();
    SyncHooks.release(read, one, site);
    assertThat(one.held).isNull();
    SyncHooks.acquireIf(true, read, other, site);
    assertThat(ordered(one, clock, other)).isFalse();
    SyncHooks.release(read, other, site);
  }

  @Test
  void viewsOfAStampedLockAreTheLock() {
    StampedLock lock = new StampedLock();
    SyncHooks.acquire(lock.asWriteLock(), one, site);
    int clock = one.clock;
    SyncHooks.release(lock.asWriteLock(), one, site);
    SyncHooks.acquire(lock.asReadLock(), other, site);
    assertThat(ordered(one, clock, other)).isTrue();
    assertThat(Locks.of(lock, one, site)).isSameAs(Locks.of(lock.asReadLock(), other, 0));
  }

  @Test
  void aLockIsHeldInBothModesAfterADowngrade() {
    ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    SyncHooks.acquire(lock.writeLock(), one, site);
    SyncHooks.acquireShared(lock.readLock(), one, site);
    SyncHooks.acquire(lock.writeLock(), one, site);
    LockClock clock = Locks.of(lock.writeLock(), one, site);
    SyncHooks.release(lock.writeLock(), one, site);
    assertThat(clock.owner()).as("still held once").isEqualTo(one.info.uid);
    SyncHooks.release(lock.writeLock(), one, site);
    assertThat(clock.owner()).isZero();
    assertThat(Held.find(one.held, clock, true)).isNotNull();
    assertThat(Held.find(one.held, clock, false)).isNull();
    SyncHooks.releaseShared(lock.readLock(), one, site);
    assertThat(one.held).isNull();
  }

  @Test
  void aLockThatAnotherThreadGaveBackIsTakenAnew() {
    StampedLock lock = new StampedLock();
    SyncHooks.acquire(lock, one, site);
    SyncHooks.release(lock, other, site);
    assertThat(Locks.of(lock, one, site).owner()).isZero();
    ThreadState third = Given.thread();
    SyncHooks.acquire(lock, third, site);
    int clock = third.clock;
    SyncHooks.release(lock, third, site);
    SyncHooks.acquire(lock, one, site);
    assertThat(ordered(third, clock, one)).as("no reentrance without the lock").isTrue();
    SyncHooks.release(lock, one, site);
    assertThat(one.held).isNull();
  }

  /** The unlock may be in code that is not woven. */
  @Test
  void anOrderThatCameWhileTheLockSeemedHeldIsTaken() {
    ReentrantLock lock = new ReentrantLock();
    SyncHooks.acquire(lock, one, site);
    SyncHooks.acquire(lock, other, site);
    int clock = other.clock;
    SyncHooks.release(lock, other, site);
    SyncHooks.acquire(lock, one, site);
    assertThat(ordered(other, clock, one)).isTrue();
    clock = one.clock;
    SyncHooks.release(lock, one, site);
    SyncHooks.acquire(lock, other, site);
    assertThat(ordered(one, clock, other)).isTrue();
  }

  @Test
  void aStampGivenBackByUnlockMayBeOfEitherMode() {
    StampedLock lock = new StampedLock();
    SyncHooks.acquireShared(lock, one, site);
    int clock = one.clock;
    SyncHooks.release(lock, one, site);
    assertThat(one.held).isNull();
    SyncHooks.acquire(lock, other, site);
    assertThat(ordered(one, clock, other)).isTrue();
  }

  @Test
  void aReleaseWithoutAnAcquireOrdersAllTheSame() {
    Object lock = new Object();
    int clock = one.clock;
    SyncHooks.release(lock, one, site);
    SyncHooks.acquire(lock, other, site);
    assertThat(ordered(one, clock, other)).isTrue();
  }

  @Test
  void aWaitGivesTheMonitorBackWhollyAndRestoresIt() {
    Object lock = new Object();
    SyncHooks.acquire(lock, one, site);
    SyncHooks.acquire(lock, one, site);
    int clock = one.clock;
    SyncHooks.waitBegin(lock, one, site);
    assertThat(one.held).isNull();
    SyncHooks.acquire(lock, other, site);
    assertThat(ordered(one, clock, other)).isTrue();
    int notified = other.clock;
    SyncHooks.release(lock, other, site);
    SyncHooks.waitEnd(lock, one, site);
    assertThat(ordered(other, notified, one)).isTrue();
    assertThat(one.held.again).isEqualTo(1);
    assertThat(Locks.of(lock, one, site).owner()).isEqualTo(one.info.uid);
    SyncHooks.release(lock, one, site);
    SyncHooks.release(lock, one, site);
    assertThat(one.held).isNull();
    assertThat(one.waits).isNull();
  }

  /** Two threads in the same block: what one holds again and again is not the other's. */
  @Test
  void aWaitOfAReentrantHoldLeavesNothingToTheNextHolder() {
    Object lock = new Object();
    SyncHooks.acquire(lock, one, site);
    SyncHooks.acquire(lock, one, site);
    SyncHooks.waitBegin(lock, one, site);
    SyncHooks.acquire(lock, other, site);
    int clock = other.clock;
    SyncHooks.release(lock, other, site);
    assertThat(other.held).isNull();
    SyncHooks.waitEnd(lock, one, site);
    assertThat(ordered(other, clock, one)).isTrue();
  }

  /** Locked where it was not seen: the order counts, though nothing was held. */
  @Test
  void aWaitForAMonitorThatSeemsNotHeldOrders() {
    Object lock = new Object();
    SyncHooks.waitBegin(lock, one, site);
    SyncHooks.acquire(lock, other, site);
    int clock = other.clock;
    SyncHooks.release(lock, other, site);
    SyncHooks.waitEnd(lock, one, site);
    assertThat(ordered(other, clock, one)).isTrue();
    assertThat(one.held).isNull();
    assertThat(one.waits).isNull();
  }

  @Test
  void waitsNest() {
    Object outer = new Object();
    Object inner = new Object();
    SyncHooks.acquire(outer, one, site);
    SyncHooks.acquire(inner, one, site);
    SyncHooks.waitBegin(outer, one, site);
    SyncHooks.waitBegin(inner, one, site);
    assertThat(one.held).isNull();
    SyncHooks.waitEnd(inner, one, site);
    assertThat(depth(one)).isEqualTo(1);
    SyncHooks.waitEnd(outer, one, site);
    assertThat(depth(one)).isEqualTo(2);
    assertThat(Held.find(one.held, Locks.of(outer, one, site))).isNotNull();
  }

  @Test
  void conditionsOfTheJdkBelongToTheirLockWhoeverMadeThem() {
    ReentrantLock lock = new ReentrantLock();
    awaits(lock, lock.newCondition());
    ReentrantReadWriteLock both = new ReentrantReadWriteLock();
    awaits(both.writeLock(), both.writeLock().newCondition());
  }

  private void awaits(Lock lock, Condition condition) {
    SyncHooks.acquire(lock, one, site);
    SyncHooks.awaitBegin(condition, one, site);
    assertThat(one.held).isNull();
    SyncHooks.acquire(lock, other, site);
    int clock = other.clock;
    SyncHooks.release(lock, other, site);
    SyncHooks.awaitEnd(condition, one, site);
    assertThat(ordered(other, clock, one)).isTrue();
    assertThat(depth(one)).isEqualTo(1);
    SyncHooks.release(lock, one, site);
  }

  @Test
  void conditionsOfOtherLocksAreRemembered() {
    Object lock = new Object();
    Object condition = new Object();
    SyncHooks.awaitBegin(condition, one, site);
    SyncHooks.awaitEnd(condition, one, site);
    assertThat(one.waits).isNull();
    SyncHooks.conditionMade(condition, lock, one, site);
    SyncHooks.acquire(lock, one, site);
    SyncHooks.awaitBegin(condition, one, site);
    assertThat(one.held).isNull();
    SyncHooks.awaitEnd(condition, one, site);
    assertThat(depth(one)).isEqualTo(1);
  }

  @Test
  void aFailedTryHoldsAndOrdersNothing() {
    ReentrantLock lock = new ReentrantLock();
    SyncHooks.acquire(lock, one, site);
    int clock = one.clock;
    SyncHooks.release(lock, one, site);
    SyncHooks.acquireIf(false, lock, other, site);
    assertThat(ordered(one, clock, other)).isFalse();
    assertThat(other.held).isNull();
    SyncHooks.acquireIf(true, lock, other, site);
    assertThat(ordered(one, clock, other)).isTrue();
    assertThat(depth(other)).isEqualTo(1);
  }

  @Test
  void aLockOfTheJdkHasItsOwnName() {
    assertThat(Locks.of(new ReentrantLock(), one, site).className)
        .isEqualTo("java.util.concurrent.locks.ReentrantLock");
    assertThat(Locks.of(new ReentrantReadWriteLock().readLock(), one, site).className)
        .isEqualTo("java.util.concurrent.locks.ReentrantReadWriteLock");
    assertThat(Locks.of(new Object(), one, site).className).isEqualTo("java.lang.Object");
  }

  @Test
  void equalCriticalSectionsShareTheirEntry() {
    Object lock = new Object();
    SyncHooks.acquire(lock, one, site);
    Held first = one.held;
    SyncHooks.release(lock, one, site);
    SyncHooks.acquire(lock, one, site);
    assertThat(one.held).isSameAs(first);
    assertThat(Held.setOf(first).contains(first.lock)).isTrue();
  }

  @Test
  void aNullLockIsIgnored() {
    SyncHooks.request(null, one, site);
    SyncHooks.acquire(null, one, site);
    SyncHooks.release(null, one, site);
    SyncHooks.waitBegin(null, one, site);
    SyncHooks.waitEnd(null, one, site);
    SyncHooks.awaitBegin(null, one, site);
    SyncHooks.conditionMade(null, new Object(), one, site);
    assertThat(one.held).isNull();
    assertThat(Faults.count()).isZero();
  }
}
