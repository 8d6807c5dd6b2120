package io.racewatch.runtime.woven;

/** An interface with a constant, and so with an initializer. */
public interface Constants {
  Object ANY = new Object();
}
