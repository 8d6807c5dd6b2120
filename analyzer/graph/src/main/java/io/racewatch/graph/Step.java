package io.racewatch.graph;

/**
 * One edge of synchronisation between two threads.
 *
 * @param fromThread number of the thread that released
 * @param toThread number of the thread that acquired
 * @param through what it went through
 */
public record Step(int fromThread, int toThread, EdgeLabel through) {}
