package io.racewatch.runtime.woven;

/** A class that is not woven. */
public class Bare {
  public volatile int number;
  public int plain;
  public final int fixed = plain;
  public static volatile Object shared;
  public static int plainShared;
}
