package io.racewatch.runtime;

/** The clock of one synchronisation object. */
public final class SyncClock {}
