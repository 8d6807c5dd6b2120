package io.racewatch.graph;

import io.racewatch.model.Frame;

/**
 * What an edge went through.
 *
 * @param kind such as {@code start}, {@code monitor}, {@code volatile}
 * @param what readable name of the object or field, possibly empty
 * @param at where it was acquired, or null
 */
public record EdgeLabel(String kind, String what, Frame at) {}
