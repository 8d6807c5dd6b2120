package io.racewatch.instrument.start;

import io.racewatch.runtime.Sampling;

/** Holds the field that races; woven like a class of the program. */
public final class CanaryTarget implements Runnable {
  /** The racing field. */
  static final String FIELD = Sampling.CANARY;

  private int racewatchCanary;

  @Override
  public void run() {
    racewatchCanary++;
  }
}
