package io.racewatch.trace.order;

/**
 * The first race of a variable.
 *
 * @param variable its number in the trace
 * @param first the latest earlier access that conflicts with the second and is not ordered before
 *     it, an event of the trace
 * @param second the first event with such an access before it
 */
public record VariableRace(int variable, int first, int second) {}
