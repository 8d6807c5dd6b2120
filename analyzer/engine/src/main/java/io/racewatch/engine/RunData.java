package io.racewatch.engine;

import io.racewatch.format.Entry;
import io.racewatch.graph.SyncLog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one run file says, sorted by kind. Filled by {@link RunCollector}, then only read. */
final class RunData {
  final Map<String, String> meta = new LinkedHashMap<>();
  final List<String> own = new ArrayList<>();
  final List<String> reached = new ArrayList<>();
  final Map<Integer, Entry.ThreadSeen> threads = new LinkedHashMap<>();
  final Map<Integer, Entry.Lock> locks = new LinkedHashMap<>();
  final Map<Integer, Entry.Acquire> acquires = new LinkedHashMap<>();
  final Map<Integer, Entry.AcquireSeen> acquiresSeen = new LinkedHashMap<>();
  final Map<Integer, List<Entry.AcquireAt>> acquiresAt = new LinkedHashMap<>();

  /** By acquire, then lock and holder. */
  final Map<Integer, Map<List<Integer>, Entry.Guarded>> guarded = new LinkedHashMap<>();

  final Map<Integer, Entry.Race> races = new LinkedHashMap<>();
  final Map<Integer, Long> racesSeen = new LinkedHashMap<>();
  final List<Entry.Unguarded> unguarded = new ArrayList<>();
  final Map<Integer, Entry.Deadlock> deadlocks = new LinkedHashMap<>();
  final Map<Integer, Entry.WaitUnder> waits = new LinkedHashMap<>();
  final List<Entry.ClassFailed> failures = new ArrayList<>();
  final List<String> notes = new ArrayList<>();
  Entry.Classes classes = new Entry.Classes(0, 0, 0);
  Boolean canary;
  Entry.End end;
  SyncLog log;

  /** A sentence about what of the file could not be read; null if all could. */
  String damage;

  String meta(String key, String otherwise) {
    return meta.getOrDefault(key, otherwise);
  }

  /** Whether its beginning was not watched, so that order may be missing. */
  boolean isLate() {
    return meta.containsKey(Entry.LATE);
  }

  /** Whether hooks failed or ended early, so that order may be missing. */
  boolean hasFaults() {
    return notes.stream().anyMatch(note -> note.startsWith(Entry.FAULT) || note.equals(Entry.CUT));
  }

  /** The thread's name as it was last seen. */
  String threadName(int uid) {
    Entry.ThreadSeen seen = threads.get(uid);
    if (seen == null) {
      return "thread " + uid;
    }
    return seen.name().isEmpty() ? "thread #" + seen.id() : seen.name();
  }
}
