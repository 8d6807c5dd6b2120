package io.racewatch.instrument.samples;

/** Fields that a subclass uses. */
public class FieldBase {
  static String shared;
  protected int inherited;
}
