package io.racewatch.runtime;

/** Weaves classes that no transformer is shown. */
public interface HiddenClasses {
  /**
   * The class file to define in place of the given one. Called by any thread; must not throw.
   *
   * @param loader of the class that defines it
   * @return the same if it is to stay as it is
   */
  byte[] weave(ClassLoader loader, byte[] classFile);
}
