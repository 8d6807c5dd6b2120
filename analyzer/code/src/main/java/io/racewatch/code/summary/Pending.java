package io.racewatch.code.summary;

import io.racewatch.code.facts.Path;
import java.util.List;

/**
 * A call on an object that only a caller knows.
 *
 * @param target the object
 * @param name method called; null: whatever a thread runs
 * @param descriptor its descriptor
 * @param arguments without the target
 * @param fork whether the thread of that number is what runs it
 * @param tag number of the thread that calls it; -1 is the caller's own
 * @param mask threads of the summary that may run at that time
 * @param held locks held surely
 * @param trace the way there
 */
record Pending(
    Path target,
    String name,
    String descriptor,
    List<Path> arguments,
    boolean fork,
    int tag,
    long mask,
    Locks held,
    Trace trace) {
  Pending with(long otherMask) {
    return new Pending(target, name, descriptor, arguments, fork, tag, otherMask, held, trace);
  }
}
