package io.racewatch.engine;

import io.racewatch.format.Entry;
import io.racewatch.format.RunFile;
import io.racewatch.graph.EdgeLabel;
import io.racewatch.graph.Moment;
import io.racewatch.graph.SyncLog;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Sorts the entries of one run file into {@link RunData}. Not thread-safe. */
final class RunCollector {
  /** Bytes that an edge takes in {@link SyncLog}, its growth included. */
  private static final int EDGE_BYTES = 36;

  private final RunData run = new RunData();
  private final SyncLog.Builder log = new SyncLog.Builder(edgeLimit());

  /** A third of the heap may hold edges. */
  private static int edgeLimit() {
    long limit = Runtime.getRuntime().maxMemory() / 3 / EDGE_BYTES;
    return (int) Math.min(limit, Integer.MAX_VALUE / 2);
  }

  /**
   * Reads a file as far as it makes sense.
   *
   * @throws IOException if it is no run file, or cannot be read
   */
  static RunData read(RunSource source) throws IOException {
    RunCollector collector = new RunCollector();
    try (RunFile in = RunFile.open(source.path(), source.rest())) {
      for (Entry e = in.next(); e != null; e = in.next()) {
        collector.add(e);
      }
      if (in.tornAt() >= 0) {
        collector.run.damage =
            source.name() + ": " + in.tornWhy() + "; what stands before it is in the report";
        collector.log.cut();
      }
    }
    return collector.finish();
  }

  /** Takes the next entry. */
  void add(Entry entry) {
    if (entry instanceof Entry.Edge e) {
      edge(e);
    } else if (entry instanceof Entry.Meta e) {
      meta(e);
    } else if (entry instanceof Entry.ThreadSeen e) {
      run.threads.put(e.uid(), e);
    } else if (entry instanceof Entry.SlotTaken e) {
      log.slotTaken(e.uid(), e.slot(), e.fromClock());
    } else if (entry instanceof Entry.Lock e) {
      run.locks.put(e.number(), e);
    } else if (entry instanceof Entry.Acquire e) {
      run.acquires.put(e.id(), e);
    } else if (entry instanceof Entry.AcquireSeen e) {
      run.acquiresSeen.put(e.id(), e);
    } else if (entry instanceof Entry.AcquireAt e) {
      run.acquiresAt.computeIfAbsent(e.id(), k -> new ArrayList<>()).add(e);
    } else if (entry instanceof Entry.Guarded e) {
      run.guarded
          .computeIfAbsent(e.id(), k -> new LinkedHashMap<>())
          .put(List.of(e.lock(), e.holder()), e);
    } else if (entry instanceof Entry.NotAwaited e) {
      log.notAwaited(e.slot(), e.clock());
    } else {
      addFinding(entry);
    }
  }

  private void addFinding(Entry entry) {
    if (entry instanceof Entry.Race e) {
      run.races.put(e.id(), e);
    } else if (entry instanceof Entry.RaceSeen e) {
      run.racesSeen.merge(e.id(), e.count(), Math::max);
    } else if (entry instanceof Entry.Unguarded e) {
      run.unguarded.add(e);
    } else if (entry instanceof Entry.Deadlock e) {
      run.deadlocks.put(e.id(), e);
    } else if (entry instanceof Entry.WaitUnder e) {
      wait(e);
    } else if (entry instanceof Entry.Classes e) {
      run.classes = e;
    } else if (entry instanceof Entry.ClassFailed e) {
      run.failures.add(e);
    } else if (entry instanceof Entry.Canary e) {
      run.canary = e.found();
    } else if (entry instanceof Entry.Note e) {
      note(e);
    } else if (entry instanceof Entry.End e) {
      run.end = e;
    }
  }

  private void wait(Entry.WaitUnder e) {
    if (e.began() == null) {
      run.waits.remove(e.id());
    } else {
      run.waits.put(e.id(), e);
    }
  }

  private void note(Entry.Note e) {
    run.notes.add(e.text());
    if (e.text().endsWith(Entry.LOST)) {
      log.cut();
    }
  }

  private void meta(Entry.Meta e) {
    if (e.key().equals(Entry.OWN_GUESS)) {
      run.own.add(e.value());
    } else if (e.key().equals(Entry.REACHED)) {
      run.reached.add(e.value());
    } else if (e.key().equals(Entry.EDGES_CUT)) {
      log.cut();
    } else {
      run.meta.put(e.key(), e.value());
    }
  }

  private void edge(Entry.Edge e) {
    Moment to = new Moment(e.to().slot(), e.to().clock(), e.to().acquires());
    log.edge(
        e.fromSlot(), e.fromClock(), to, new EdgeLabel(e.kind(), e.what(), Refs.frame(e.at())));
  }

  /** After the last entry. */
  RunData finish() {
    if (run.end == null) {
      // The last edges of a killed run were still in the memory of its threads.
      log.cut();
    }
    run.log = log.build();
    return run;
  }
}
