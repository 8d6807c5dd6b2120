package io.racewatch.instrument.samples;

import java.util.concurrent.Callable;

/** Accesses to fields of every kind and size. */
public class FieldAccesses extends FieldBase implements Callable<String> {
  static int total = 1;
  static volatile long ticks;

  private final int fixed = 3;
  private int number;
  private long wide = 1L << 40;
  private double ratio;
  private String text;
  private volatile Object published;
  private volatile double level;

  @Override
  public String call() {
    number = fixed;
    wide += number;
    ratio = wide * 2.0;
    text = "t" + ratio;
    published = text;
    level = ratio + level;
    inherited++;
    total += inherited;
    ticks = total + ticks;
    FieldBase.shared = text;
    return published + " " + level + " " + ticks + " " + FieldBase.shared;
  }
}
