package io.racewatch.runtime;

/** Knows what the catalogue says of a method. */
public interface CallPlans {
  /**
   * What a call of the method does, as if it stood in woven code. Called by any thread, also from
   * hooks.
   *
   * @param owner the class that the call names
   * @param descriptor in the JVM's form; of VarHandle's methods any
   * @return null if nothing
   */
  CallPlan of(Class<?> owner, String name, String descriptor, boolean isStatic);
}
