package io.racewatch.code.facts;

import io.racewatch.code.api.Meanings;
import java.util.List;

/**
 * What the data flow of a method asks about other classes.
 *
 * @param paths the interner
 * @param fields resolves fields
 * @param meanings what library calls mean
 * @param nets what the program's own methods do to the locks held
 */
public record World(Paths paths, Fields fields, Meanings meanings, Nets nets) {

  /** Resolves fields to the class that declares them. */
  @FunctionalInterface
  public interface Fields {
    /** {@code owner.name} with the declaring class, or with the given one if that is unknown. */
    String key(String owner, String name);
  }

  /** Methods that return with more or fewer locks than they were called with. */
  @FunctionalInterface
  public interface Nets {
    /** The effects of a method, seen from itself; empty for nearly all. */
    List<Net> of(String owner, String name, String descriptor);
  }

  /**
   * A lock that a method returns with, or gives back if the count is below 0.
   *
   * @param lock in the terms of the method
   * @param conditional only if the method returns true
   */
  public record Net(Held.Lock lock, boolean conditional) {}
}
