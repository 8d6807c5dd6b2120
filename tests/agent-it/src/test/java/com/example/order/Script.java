package com.example.order;

/** How the two sides of a case meet, where a release and an acquire do not tell it all. */
public interface Script {
  /** Makes the threads, and lets one call {@code first} and another {@code second}. */
  void play(Meeting meeting) throws Throwable;
}
