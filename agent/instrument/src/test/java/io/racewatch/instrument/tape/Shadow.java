package io.racewatch.instrument.tape;

/** Stands in for the real shadow. */
public final class Shadow {}
