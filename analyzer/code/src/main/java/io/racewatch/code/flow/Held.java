package io.racewatch.code.flow;

/**
 * A lock held.
 *
 * @param op how it was taken
 * @param at the instruction that took it; -1 for a synchronized method
 */
public record Held(LockOp op, int at) {
  /** The lock. */
  public Value lock() {
    return op.lock();
  }
}
