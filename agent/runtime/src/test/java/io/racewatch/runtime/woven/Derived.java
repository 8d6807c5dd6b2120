package io.racewatch.runtime.woven;

import io.racewatch.runtime.Shadow;

/** Hides a field of its super, and inherits a constant of an interface. */
public class Derived extends Base implements Constants {
  public int hidden;
  public int own;

  public transient Shadow $rw$hidden;
  public transient Shadow $rw$own;
}
