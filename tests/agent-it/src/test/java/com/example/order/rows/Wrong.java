package com.example.order.rows;

import com.example.order.Table;
import com.example.order.Table.Member;

/** What the detector is known to get wrong. The test fails when an entry is no longer true. */
final class Wrong {
  private static final String HERE = "com.example.order.rows.";

  private Wrong() {}

  static void add(Table t) {
    members(t);
    rowsY(t);
    rowsQ(t);
    rowsG(t);
  }

  private static void rowsY(Table t) {
    t.known("Y09", "null", "the order goes by the items");
  }

  private static void rowsQ(Table t) {
    t.known("Q13", "ConcurrentLinkedDeque: size", "it reads the elements");
    t.known(
        "Q10", "PriorityBlockingQueue: poll is null", "its lock counts, for it calls the elements");
    t.known(
        "Q10",
        "PriorityBlockingQueue: poll, then offer",
        "its lock counts, for it calls the elements");
    t.known("Q13", "PriorityBlockingQueue: size", "its lock counts");
    t.known("Q11", "the same object in another queue", "the order goes by the element alone");
  }

  private static void rowsG(Table t) {
    t.known("G04", "enqueue is false", "published before the outcome is known");
    t.known("G06", "last use with a fence, then the action", "no row");
  }

  private static void members(Table t) {
    miss(
        t,
        "F03",
        "FinalFieldRows$Later.laterWritten[]",
        "what the publishing thread wrote before counts as frozen");
    miss(
        t,
        "F04",
        "FinalFieldRows$Escaped.escaped[]",
        "this escaped in the constructor: not noticed");
  }

  private static void miss(Table t, String row, String member, String reason) {
    t.known(new Member(HERE + member, row, false, reason));
  }
}
