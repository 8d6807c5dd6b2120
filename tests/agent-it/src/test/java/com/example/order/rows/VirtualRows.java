package com.example.order.rows;

import com.example.order.Table;

/** W01 to W12: virtual threads, structured concurrency, scoped and stable values. */
final class VirtualRows {
  private VirtualRows() {}

  static void add(Table t) {
    threads(t);
    structured(t);
    values(t);
    t.note("W05", "by the million: see limits.md");
  }

  private static void newer(Table t, String row, String what, String script, int since) {
    t.clean(row, what, m -> Newer.play(script, m)).since(since).virtualOnly();
  }

  private static void newerRacy(Table t, String row, String what, String script, int since) {
    t.racy(row, what, m -> Newer.play(script, m)).since(since).virtualOnly();
  }

  private static void threads(Table t) {
    newer(t, "W01", "startVirtualThread, into it", "StartVirtual", 21);
    newer(t, "W01", "startVirtualThread, then join", "JoinVirtual", 21);
    newer(t, "W01", "Thread.ofVirtual().start", "BuilderStart", 21);
    newer(t, "W01", "Thread.ofPlatform().start", "PlatformBuilderStart", 21);
    newerRacy(t, "W02", "two on one carrier", "SameCarrier", 21);
    newer(t, "W04", "blocked at a monitor", "BlockedAtMonitor", 21);
    newer(t, "W04", "waiting on a monitor", "WaitingOnMonitor", 21);
  }

  private static void structured(Table t) {
    newer(t, "W06", "fork, into the subtask", "Fork", 25);
    newer(t, "W06", "subtask, then get", "SubtaskGet", 25);
    newer(t, "W07", "subtask, then join", "ScopeJoin", 25);
    newer(t, "W08", "onFork and onComplete", "JoinerCallbacks", 25);
    newerRacy(t, "W08", "onComplete of two subtasks", "JoinerRace", 25);
    newerRacy(t, "W09", "cancelled scope, subtask still running", "CancelledScope", 25);
  }

  private static void values(Table t) {
    newerRacy(t, "W10", "a scoped value's object", "Scoped", 25);
    newer(t, "W10", "a scoped value inherited by fork", "ScopedFork", 25);
    newer(t, "W11", "trySet, then orElseThrow", "StableSet", 25);
    newerRacy(t, "W12", "trySet that fails, isSet is false", "StableNone", 25);
  }
}
