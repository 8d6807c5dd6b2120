package io.racewatch.runtime;

/** The race planted at start-up, and whether it was found. */
public final class Canary {
  private static volatile String member = "";
  private static volatile boolean found;

  private Canary() {}

  /** Names the field that will race; races on it are never reported. */
  public static void plant(String racingMember) {
    member = racingMember;
  }

  /** Whether the detector found it. */
  public static boolean wasFound() {
    return found;
  }

  static boolean is(String other) {
    return other.equals(member);
  }

  static void found() {
    found = true;
  }
}
