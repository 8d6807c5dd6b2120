package io.racewatch.report.common;

import io.racewatch.model.Rule;

/**
 * What a rule means and what to do, in words.
 *
 * @param brief one sentence
 * @param help what usually mends it
 */
public record RuleText(String brief, String help) {
  /** The words for a rule. */
  public static RuleText of(Rule rule) {
    switch (rule) {
      case DATA_RACE:
        return new RuleText(
            "Two conflicting accesses to one field or array element are not ordered by"
                + " happens-before.",
            "Guard both accesses with one lock, make the field volatile or final, or hand the value"
                + " over through a class of java.util.concurrent.");
      case API_RACE:
        return new RuleText(
            "Two conflicting calls, not ordered by happens-before, on an object that is not"
                + " thread-safe.",
            "Guard both calls with one lock, use the thread-safe counterpart, or give each thread"
                + " its own object.");
      case UNGUARDED_WRITE:
        return new RuleText(
            "A shared field is written with no lock in common with its other accesses; this run"
                + " happened to order them.",
            "Guard every access with the lock that the others hold, or make the field volatile.");
      case DEADLOCK:
        return new RuleText(
            "Threads are blocked on each other and cannot go on.",
            "Take the locks in one order everywhere, or take only one of them at a time.");
      case LOCK_ORDER_CYCLE:
        return new RuleText(
            "Locks are taken in orders that can deadlock.",
            "Take the locks in one order everywhere, or take only one of them at a time.");
      case BLOCKED_UNDER_LOCK:
        return new RuleText(
            "A thread waits for another while it holds a lock that the other needs.",
            "Release the lock before waiting, joining or getting a result.");
      default:
        return new RuleText(rule.id(), "See the documentation of " + rule.id() + ".");
    }
  }
}
