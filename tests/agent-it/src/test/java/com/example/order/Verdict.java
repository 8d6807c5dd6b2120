package com.example.order;

/** What the detector has to say of a case. */
public enum Verdict {
  /** Ordered: no cell races. */
  CLEAN,
  /** Not ordered: each cell races. */
  RACY,
  /** Ordered by an accident of the JDK's insides: races, unless {@code sync=all}. */
  ACCIDENTAL
}
