package io.racewatch.graph;

/** Why a cycle of lock orders cannot deadlock. */
public enum RuledOut {
  /** One thread takes the locks both ways. */
  SAME_THREAD("same-thread"),
  /** The threads hold a common lock meanwhile. */
  GATE("gate"),
  /** One request is over before another can start: start, join, submit, get. */
  ORDER("order"),
  /** Shared modes do not exclude each other. */
  SHARED("shared"),
  /** A request does not wait. */
  NEVER_WAITS("never-waits");

  private final String id;

  RuledOut(String id) {
    this.id = id;
  }

  /** The name used in reports. */
  public String id() {
    return id;
  }
}
