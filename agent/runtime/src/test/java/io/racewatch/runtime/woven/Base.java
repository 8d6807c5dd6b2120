package io.racewatch.runtime.woven;

import io.racewatch.runtime.Shadow;
import io.racewatch.runtime.SyncClock;

/**
 * A class as the weaver leaves it. {@code $rw$_} stands for what no Java name can hold; see {@link
 * WovenLoader}.
 */
public class Base {
  public volatile int number;
  public volatile Object reference;
  public volatile long wide;
  public int plain;
  public int hidden;
  public final int fixed = plain;

  public static volatile Object shared;
  public static volatile int sharedNumber;
  public static int plainShared;
  public static final Object CONSTANT = new Object();

  public transient SyncClock $rw$_number;
  public transient SyncClock $rw$_reference;
  public transient SyncClock $rw$_wide;
  public transient Shadow $rw$plain;
  public transient Shadow $rw$hidden;

  public static transient SyncClock $rw$_shared;
  public static transient SyncClock $rw$_sharedNumber;
  public static transient Shadow $rw$plainShared;
  public static transient SyncClock $rw$clinit;
}
