package io.racewatch.instrument.weave;

import java.util.List;

/**
 * What became of a class.
 *
 * @param bytes the new class file; null if nothing is woven into it
 * @param left methods that were not woven in full, by name and descriptor, with the reason
 * @param huge methods that the JVM will only interpret
 */
public record Woven(byte[] bytes, List<String> left, List<String> huge) {}
