package io.racewatch.report.common;

import io.racewatch.model.Rule;
import java.util.Map;

/**
 * What a rule means and what to do, in words.
 *
 * @param brief one sentence
 * @param help what usually mends it
 */
public record RuleText(String brief, String help) {
  private static final Map<Rule, RuleText> TABLE =
      Map.ofEntries(
          row(
              Rule.DATA_RACE,
              "Two conflicting accesses to one field or array element are not ordered by"
                  + " happens-before.",
              "Guard both accesses with one lock, make the field volatile or final, or hand the"
                  + " value over through a class of java.util.concurrent."),
          row(
              Rule.API_RACE,
              "Two conflicting calls, not ordered by happens-before, on an object that is not"
                  + " thread-safe.",
              "Guard both calls with one lock, use the thread-safe counterpart, or give each thread"
                  + " its own object."),
          row(
              Rule.UNGUARDED_WRITE,
              "A shared field is written with no lock in common with its other accesses; this run"
                  + " happened to order them.",
              "Guard every access with the lock that the others hold, or make the field volatile."),
          row(
              Rule.DEADLOCK,
              "Threads are blocked on each other and cannot go on.",
              "Take the locks in one order everywhere, or take only one of them at a time."),
          row(
              Rule.LOCK_ORDER_CYCLE,
              "Locks are taken in orders that can deadlock.",
              "Take the locks in one order everywhere, or take only one of them at a time."),
          row(
              Rule.BLOCKED_UNDER_LOCK,
              "A thread waits for another while it holds a lock that the other needs.",
              "Release the lock before waiting, joining or getting a result."),
          row(
              Rule.GUARDED_BY,
              "A member is used without the lock that its annotation names.",
              "Take the lock around the access, or correct the annotation."),
          row(
              Rule.DOUBLE_CHECKED_LOCKING,
              "A field that is not volatile is checked without the lock under which it is set.",
              "Make the field volatile, or let a class of its own hold it in a static final field."),
          row(
              Rule.RACY_LAZY_INIT,
              "A static field is filled on first use without a lock.",
              "Fill it where it is declared, in a holder class, or under a lock."),
          row(
              Rule.LOCK_LEAK,
              "A way out of a method leaves a lock held.",
              "Take the lock just before try and release it in finally."),
          row(
              Rule.UNSTABLE_LOCK,
              "What is synchronized on is not one private object for all who need it.",
              "Synchronize on a private final field that holds an object made for this."),
          row(
              Rule.MONITOR_ON_LOCK,
              "The monitor of an object is used that has its own way to lock or wait.",
              "Use lock and unlock, or await and signal, of the object."),
          row(
              Rule.NON_ATOMIC_UPDATE,
              "An update is made of two steps that other threads can come between.",
              "Use one atomic call (incrementAndGet, putIfAbsent, compute, merge), or a lock."),
          row(
              Rule.WAIT_NOT_IN_LOOP,
              "A wait is not repeated until its condition holds.",
              "Wait in a loop that tests the condition."),
          row(
              Rule.WAIT_WITHOUT_LOCK,
              "A wait or notification is made without the monitor of its object.",
              "Synchronize on the object that waits or notifies."),
          row(
              Rule.NAKED_NOTIFY,
              "A notification is made without any change to what the others wait for.",
              "Change the state under the same lock before notifying."),
          row(
              Rule.SLEEP_UNDER_LOCK,
              "A thread sleeps while it holds a lock that others may want.",
              "Sleep without the lock, or wait on it for a time."),
          row(
              Rule.START_IN_CONSTRUCTOR,
              "A constructor starts a thread that sees the object before it is whole.",
              "Start the thread in a method that is called after the constructor."),
          row(
              Rule.THREAD_RUN_CALLED,
              "The work of a thread is called in the calling thread.",
              "Call start(), or pass the Runnable itself."),
          row(
              Rule.UNSAFE_SHARED_API,
              "An object for one thread at a time is shared in a static field.",
              "Give each thread its own, guard every use with one lock, or use a thread-safe class."),
          row(
              Rule.MUTABLE_SERVLET_FIELD,
              "Requests change a field of a servlet, of which there is one for all.",
              "Keep the value in a local variable, the request or the session."),
          row(
              Rule.SPIN_ON_PLAIN_FIELD,
              "A loop waits for a field that is not volatile.",
              "Make the field volatile, or wait on a lock or latch."),
          row(
              Rule.VOLATILE_ARRAY,
              "Elements are written through a volatile reference, which does not make them volatile.",
              "Use an atomic array or a VarHandle, or replace the whole array."),
          row(
              Rule.EMPTY_SYNCHRONIZED,
              "A synchronized block has nothing in it.",
              "Put what needs the lock inside, or remove it."));

  private static Map.Entry<Rule, RuleText> row(Rule rule, String brief, String help) {
    return Map.entry(rule, new RuleText(brief, help));
  }

  /** The words for a rule. */
  public static RuleText of(Rule rule) {
    RuleText text = TABLE.get(rule);
    return text == null
        ? new RuleText(rule.id(), "See the documentation of " + rule.id() + ".")
        : text;
  }
}
