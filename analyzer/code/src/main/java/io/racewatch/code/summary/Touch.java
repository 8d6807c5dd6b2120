package io.racewatch.code.summary;

import io.racewatch.code.facts.Path;

/**
 * An access to something that threads can share.
 *
 * @param kind to what
 * @param member the field; of elements the index if it is constant; null for library objects
 * @param object of a field, the object that has it, null if it is static; of an element or a call,
 *     the array or library object
 * @param write whether it writes
 * @param locks held surely
 * @param tag number of the thread that does it, in the summary; -1 is the caller's own
 * @param mask threads of the summary that may run at that time, a bit each
 * @param alone two runs of its thread never do it to one object
 * @param young the object is still being constructed
 * @param orders what its thread signals after it and waits for before it
 * @param trace the way there
 */
public record Touch(
    Kind kind,
    String member,
    Path object,
    boolean write,
    Locks locks,
    int tag,
    long mask,
    boolean alone,
    boolean young,
    Orders orders,
    Trace trace) {
  /** What is accessed. */
  public enum Kind {
    FIELD,
    ELEMENT,
    LIBRARY
  }

  Touch with(long otherMask, Orders others) {
    return otherMask == mask && others == orders
        ? this
        : new Touch(
            kind, member, object, write, locks, tag, otherMask, alone, young, others, trace);
  }

  /** Whether both are about the same variable of the same object, as one method sees them. */
  public boolean sameVariable(Touch other) {
    return kind == other.kind
        && object == other.object
        && java.util.Objects.equals(member, other.member);
  }

  /** The place in the code. */
  public String place() {
    Trace last = trace.last();
    return last.in().key() + ":" + last.line();
  }
}
