package io.racewatch.graph;

/**
 * One time that a thread asked for a lock while it held others.
 *
 * @param thread number that the run gave the thread
 * @param base a moment before it took the outermost of the locks that it holds, or after a wait
 * @param at the moment of the request
 */
public record Turn(int thread, Moment base, Moment at) {}
