package io.racewatch.runtime;

/** Stands in for the real clock. */
public final class SyncClock {}
