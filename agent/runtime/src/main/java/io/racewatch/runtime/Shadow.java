package io.racewatch.runtime;

/** The immutable shadow state of one variable: who last wrote it and who read it since. */
public final class Shadow {}
