package io.racewatch.graph;

/**
 * A moment in the life of a thread: after its {@code acquires}-th acquire and before the release
 * that ends the epoch {@code clock} of the clock slot {@code slot}.
 *
 * @param slot clock slot; threads use a slot one after the other
 * @param clock the epoch within the slot, counted from 1
 * @param acquires how many acquires of the thread lie before the moment
 */
public record Moment(int slot, int clock, long acquires) {}
