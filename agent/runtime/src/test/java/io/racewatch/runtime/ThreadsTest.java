package io.racewatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.format.EdgeKind;
import io.racewatch.format.Entry;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Starts, ends, and what outlives them. */
@Timeout(60)
class ThreadsTest {
  private final ThreadState me = ThreadState.current();

  @Test
  void aStartOrdersOnceHoweverOftenItIsTold() {
    Thread child = new Thread();
    int clock = me.clock;
    Threads.fork(child, me);
    ThreadState state = Threads.of(child);
    assertThat(state.knows(me.slot, clock)).isTrue();
    int later = me.clock;
    Threads.fork(child, me);
    assertThat(Threads.of(child)).isSameAs(state);
    assertThat(me.clock).isEqualTo(later);
    assertThat(state.knows(me.slot, later)).isFalse();
  }

  @Test
  void aThreadFindsTheStateThatItsParentMade() throws Exception {
    ThreadState[] seen = new ThreadState[1];
    Thread child = new Thread(() -> seen[0] = ThreadState.current());
    Threads.fork(child, me);
    child.start();
    child.join();
    assertThat(seen[0]).isSameAs(Threads.of(child));
  }

  @Test
  void onlyTheEndOfAThreadOrders() throws Exception {
    Thread child = new Thread(() -> ThreadState.current().tick());
    Threads.fork(child, me);
    ThreadState state = Threads.of(child);
    state.settle();
    ThreadState joiner = Given.thread();
    SyncHooks.joined(child, joiner, 0);
    assertThat(joiner.knows(state.slot, state.clock)).as("not even started").isFalse();
    assertThat(joiner.knows(me.slot, me.clock - 1)).as("its parent").isFalse();
    child.start();
    child.join();
    SyncHooks.joined(child, joiner, 0);
    assertThat(joiner.knows(state.slot, state.clock)).isTrue();
    assertThat(joiner.knows(me.slot, me.clock - 1)).isTrue();
  }

  @Test
  void aThreadThatLivesIsNotJoined() {
    ThreadState joiner = Given.thread();
    SyncHooks.joined(Thread.currentThread(), joiner, 0);
    assertThat(joiner.knows(me.slot, me.clock)).isFalse();
  }

  @Test
  void aJoinThatIsWaitedForIsToldFromAPoll(@TempDir Path folder) throws Exception {
    try (Recording recording = new Recording(folder)) {
      assertThat(kindOfEnd(recording, "join")).isEqualTo(EdgeKind.name(EdgeKind.JOIN));
      assertThat(kindOfEnd(recording, "isAlive")).isEqualTo(EdgeKind.name(EdgeKind.OTHER));
    }
  }

  private static String kindOfEnd(Recording recording, String method) throws Exception {
    Thread child = new Thread(() -> ThreadState.current().settle());
    Threads.fork(child, ThreadState.current());
    ThreadState state = Threads.of(child);
    child.start();
    child.join();
    ThreadState joiner = Given.thread();
    SyncHooks.joined(child, joiner, Given.call("java.lang.Thread", method));
    return recording.entries(Entry.Edge.class).stream()
        .filter(e -> e.fromSlot() == state.slot && e.to().slot() == joiner.slot)
        .findFirst()
        .orElseThrow()
        .kind();
  }

  /** A thread that did nothing ends with what it was started with, and needs no slot for it. */
  @Test
  void theEndOfAThreadThatDidNothingOrdersAfterItsStarter() throws Exception {
    Thread child = new Thread(() -> {});
    Threads.fork(child, me);
    child.start();
    child.join();
    ThreadState joiner = Given.thread();
    SyncHooks.joined(child, joiner, 0);
    assertThat(Threads.of(child).slot).isNegative();
    assertThat(joiner.knows(me.slot, me.clock - 1)).isTrue();
    assertThat(joiner.knows(me.slot, me.clock)).isFalse();
  }

  /** Each learns of those before it at the lock, and so can have the slot of one that ended. */
  @Test
  void threadsThatMeetAtALockShareFewSlots() throws Exception {
    if (Threads.SLOTS.lastClock() < 1000) {
      return; // slots without clocks left are not handed on
    }
    SyncClock lock = new SyncClock((byte) 2);
    Shadow[] variable = new Shadow[1];
    int site = Given.field();
    Set<Integer> slots = new HashSet<>();
    Races.table = new RaceTable();
    for (int i = 0; i < 500; i++) {
      Thread child =
          new Thread(
              () -> {
                ThreadState t = ThreadState.current();
                lock.acquire(t, 0, null);
                Detector.write(variable, Internals.element(0), this, -1, t, site);
                lock.release(t);
              });
      Threads.fork(child, me);
      child.start();
      child.join();
      slots.add(Threads.of(child).slot);
    }
    assertThat(slots).hasSizeLessThan(20);
    assertThat(Races.table.size()).isZero();
    Detector.write(variable, Internals.element(0), this, -1, Given.thread(), site);
    assertThat(Races.table.size()).as("who does not know the last of them").isEqualTo(1);
  }

  /** Short threads come and go before anybody writes what they recorded. */
  @Test
  void edgesOfThreadsThatAreGoneAreWritten(@TempDir Path folder) throws Exception {
    try (Recording recording = new Recording(folder)) {
      ThreadState parent = Given.thread();
      for (int i = 0; i < 500; i++) {
        Thread child = new Thread();
        Threads.fork(child, parent);
        Threads.of(child).settle();
        if (i % 100 == 0) {
          System.gc();
        }
      }
      assertThat(recording.entries(Entry.Edge.class))
          .filteredOn(e -> e.kind().equals(EdgeKind.name(EdgeKind.START)))
          .hasSize(500);
    }
  }

  @Test
  void aThreadIsToldOfBeforeItIsNamedAndOnce(@TempDir Path folder) throws Exception {
    try (Recording recording = new Recording(folder)) {
      Thread child = new Thread(() -> {}, "child-7");
      Threads.fork(child, me);
      ThreadInfo info = Threads.of(child).info;
      Given.inParallel(4, n -> Threads.tell(info));
      assertThat(recording.entries(Entry.ThreadSeen.class))
          .filteredOn(t -> t.uid() == info.uid)
          .singleElement()
          .satisfies(
              t -> {
                assertThat(t.name()).isEqualTo("child-7");
                assertThat(t.parent()).isEqualTo(me.info.uid);
                assertThat(t.started()).isNotEmpty();
                assertThat(t.virtual()).isFalse();
              });
    }
  }

  @Test
  void hooksDoNothingForAThreadWithoutAState() {
    ThreadState unknown = Threads.UNKNOWN;
    int clock = unknown.clock;
    Object lock = new Object();
    SyncHooks.acquire(lock, unknown, 0);
    SyncHooks.publish(lock, unknown, 0);
    Hooks.writeElement(new int[1], 0, unknown, Given.element());
    assertThat(unknown.clock).isEqualTo(clock);
    assertThat(unknown.held).isNull();
  }

  @Test
  void aThreadThatUsesUpItsClocksGoesOnInAnotherSlot() {
    if (Threads.SLOTS.lastClock() > 1000) {
      return; // see the execution with short clocks
    }
    ThreadState t = Given.thread();
    ThreadState other = Given.thread();
    SyncClock clock = new SyncClock((byte) 2);
    for (int i = 0; i < 20; i++) {
      int slot = t.slot;
      int epoch = t.clock;
      clock.release(t);
      assertThat(t.knows(slot, epoch)).isTrue();
      clock.acquire(other, 0, null);
      assertThat(other.knows(slot, epoch)).isTrue();
      assertThat(other.knows(t.slot, t.clock)).isFalse();
    }
  }
}
