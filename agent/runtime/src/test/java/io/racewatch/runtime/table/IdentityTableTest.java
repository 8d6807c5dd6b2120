package io.racewatch.runtime.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class IdentityTableTest {
  private static final int THREADS = 8;

  private static final class Entry extends IdentityEntry {
    final Object twin;

    Entry(Object key) {
      super(key);
      twin = key.getClass();
    }
  }

  private static final class Table extends IdentityTable<Entry> {
    final AtomicInteger made = new AtomicInteger();
    final AtomicInteger dropped = new AtomicInteger();
    volatile Error inMake;

    @Override
    protected Entry make(Object key) {
      made.incrementAndGet();
      if (inMake != null) {
        throw inMake;
      }
      return key instanceof String ? null : new Entry(key);
    }

    @Override
    protected void dropped(Entry entry) {
      dropped.incrementAndGet();
    }

    void sweepAll() {
      for (int i = 0; i < SEGMENTS; i++) {
        sweep(i);
      }
    }
  }

  private final Table table = new Table();

  @Test
  void anObjectHasOneEntryAndEqualObjectsHaveTwo() {
    Integer one = Integer.valueOf(5000);
    Integer other = Integer.valueOf(5000);
    assertThat(table.find(one)).isNull();
    Entry entry = table.get(one);
    assertThat(table.get(one)).isSameAs(entry);
    assertThat(table.find(one)).isSameAs(entry);
    assertThat(table.get(other)).isNotSameAs(entry);
    assertThat(entry.of(one)).isTrue();
    assertThat(table.size()).isEqualTo(2);
  }

  @Test
  void anEntryMayBeRefused() {
    assertThat(table.get("refused")).isNull();
    assertThat(table.size()).isZero();
  }

  @Test
  void threadsThatAskAtOnceGetTheSameEntry() throws Exception {
    Object[] keys = new Object[20_000];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = new Object();
    }
    Entry[][] got = new Entry[THREADS][keys.length];
    inParallel(
        n -> {
          for (int i = 0; i < keys.length; i++) {
            int k = (i + n * 7) % keys.length;
            got[n][k] = table.get(keys[k]);
          }
        });
    for (int i = 0; i < keys.length; i++) {
      for (int n = 1; n < THREADS; n++) {
        assertThat(got[n][i]).isSameAs(got[0][i]);
      }
    }
    assertThat(table.made.get()).isEqualTo(keys.length);
    assertThat(table.size()).isEqualTo(keys.length);
  }

  /** A find that misses an entry loses an order, and the program is accused of a race. */
  @Test
  void whatIsThereIsFoundWhileTheTableGrowsAndShrinks() throws Exception {
    Object[] keys = new Object[256];
    Entry[] entries = new Entry[keys.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = new Object();
      entries[i] = table.get(keys[i]);
    }
    AtomicInteger growing = new AtomicInteger(2);
    AtomicInteger missed = new AtomicInteger();
    inParallel(
        n -> {
          if (n < 2) {
            grow(n == 0);
            growing.decrementAndGet();
          } else {
            while (growing.get() > 0) {
              for (int i = 0; i < keys.length; i++) {
                missed.addAndGet(table.find(keys[i]) == entries[i] ? 0 : 1);
              }
            }
          }
        });
    assertThat(missed).hasValue(0);
  }

  private void grow(boolean sweeps) {
    List<Object> kept = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      Object key = new Object();
      table.get(key);
      if (kept.size() < 25_000) {
        kept.add(key);
      } else {
        kept.clear();
      }
      if (sweeps && i % 25_000 == 0) {
        System.gc();
        table.sweepAll();
      }
    }
  }

  @Test
  void entriesOfDeadObjectsGoAndTheRestStays() {
    List<Object> kept = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      Object key = new Object();
      Entry entry = table.get(key);
      if (i % 10 == 0) {
        kept.add(key);
        entries.add(entry);
      }
    }
    System.gc();
    table.sweepAll();
    assertThat(table.size()).isEqualTo(kept.size());
    assertThat(table.dropped).hasValue(10_000 - kept.size());
    for (int i = 0; i < kept.size(); i++) {
      assertThat(table.find(kept.get(i))).isSameAs(entries.get(i));
    }
  }

  @Test
  void deadEntriesDoNotMakeTheTableGrow() {
    for (int round = 0; round < 20; round++) {
      for (int i = 0; i < 5_000; i++) {
        table.get(new Object());
      }
      System.gc();
    }
    for (int i = 0; i < 5_000; i++) {
      table.get(new Object());
    }
    assertThat(table.size()).isLessThan(30_000);
    assertThat(table.dropped.get()).isGreaterThan(50_000);
  }

  @Test
  void theSweeperEmptiesTablesAfterACollection() {
    for (int i = 0; i < 1_000; i++) {
      table.get(new Object());
    }
    System.gc();
    for (int i = 0; i < 64; i++) {
      Sweeper.look();
    }
    assertThat(table.size()).isZero();
  }

  /** An error within leaves no lock behind, on which other threads would spin for ever. */
  @Test
  void anErrorWhileAnEntryIsMadeFreesTheSegment() throws Exception {
    Object key = new Object();
    table.inMake = new OutOfMemoryError("test");
    AtomicReference<Throwable> seen = new AtomicReference<>();
    try {
      table.get(key);
    } catch (OutOfMemoryError expected) {
      seen.set(expected);
    }
    assertThat(seen.get()).isNotNull();
    table.inMake = null;
    assertThat(table.get(key)).isSameAs(table.find(key));
  }

  @Test
  void aFullStackLeavesTheTableWhole() throws Exception {
    Object[] keys = new Object[300];
    AtomicInteger overflows = new AtomicInteger();
    Thread deep =
        new Thread(
            null,
            () -> {
              for (int i = 0; i < keys.length; i++) {
                keys[i] = new Object();
                overflows.addAndGet(overflow(keys[i]));
              }
            },
            "deep",
            256 << 10);
    deep.start();
    deep.join();
    assertThat(overflows.get()).isGreaterThan(0);
    for (Object key : keys) {
      Entry entry = table.get(key); // hangs if a lock was left behind
      assertThat(table.find(key)).isSameAs(entry);
    }
    assertThat(table.size()).isEqualTo(keys.length);
  }

  /** Asks for an entry at every depth of the stack until it is full. */
  private int overflow(Object key) {
    try {
      return overflow(key);
    } catch (StackOverflowError full) {
      try {
        table.get(key);
        return 0;
      } catch (StackOverflowError again) {
        return 1;
      }
    }
  }

  private interface Work {
    void run(int number);
  }

  private static void inParallel(Work work) throws Exception {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    CountDownLatch start = new CountDownLatch(1);
    Thread[] threads = new Thread[THREADS];
    for (int n = 0; n < THREADS; n++) {
      int number = n;
      threads[n] =
          new Thread(
              () -> {
                try {
                  start.await();
                  work.run(number);
                } catch (Throwable t) {
                  failure.set(t);
                }
              });
      threads[n].start();
    }
    start.countDown();
    for (Thread t : threads) {
      t.join();
    }
    assertThat(failure.get()).isNull();
  }
}
