package io.racewatch.instrument.start;

/** Holds the field that races; woven like a class of the program. */
public final class CanaryTarget implements Runnable {
  /** The racing field. */
  static final String FIELD = "song";

  private int song;

  @Override
  public void run() {
    song++;
  }
}
