package io.racewatch.model;

import java.util.List;

/**
 * One side of a race.
 *
 * @param member {@code pkg.Class.field}, {@code pkg.Class.field[]}, or a library class
 * @param operation what it did
 * @param mode access mode: {@code plain}, {@code opaque}, {@code acquire}, {@code release}, {@code
 *     volatile}
 * @param object the instance, as {@code Counter#1}; the class for static fields
 * @param thread who did it
 * @param stack innermost frame first; never empty
 * @param locksHeld locks held at that moment, innermost last
 */
public record Access(
    String member,
    Operation operation,
    String mode,
    String object,
    ThreadRef thread,
    List<Frame> stack,
    List<LockRef> locksHeld) {
  public Access {
    stack = List.copyOf(stack);
    locksHeld = List.copyOf(locksHeld);
  }
}
