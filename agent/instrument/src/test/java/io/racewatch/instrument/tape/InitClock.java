package io.racewatch.instrument.tape;

/** Stands in for the real clock of an initializer. */
public final class InitClock {}
