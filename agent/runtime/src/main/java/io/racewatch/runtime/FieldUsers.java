package io.racewatch.runtime;

/** Is told whose fields are reached by other ways than field instructions. */
public interface FieldUsers {
  /**
   * Reflection, a handle, {@code Unsafe} or a copy reaches the fields of a class for the first
   * time. Called by any thread, from hooks: must not throw, block, or load classes.
   *
   * @param declaring binary name of the class
   */
  void reached(String declaring);
}
