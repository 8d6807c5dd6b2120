package io.racewatch.runtime;

/** Stands in for the real shadow. */
public final class Shadow {}
