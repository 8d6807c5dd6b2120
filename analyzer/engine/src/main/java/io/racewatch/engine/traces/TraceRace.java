package io.racewatch.engine.traces;

/**
 * A happens-before race of a trace, the first on its variable. Lines count from 1.
 *
 * @param variable its name
 * @param first line of the latest earlier access that is in conflict and not ordered before
 * @param firstBy what it is, such as {@code T1 writes}
 * @param second line of the first access that has one
 * @param secondBy what it is
 */
public record TraceRace(String variable, int first, String firstBy, int second, String secondBy) {}
