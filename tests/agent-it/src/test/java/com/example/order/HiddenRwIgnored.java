package com.example.order;

/**
 * Hands an object over without an order: the agent leaves this class alone.
 *
 * @param <T> the object
 */
public final class HiddenRwIgnored<T> {
  private volatile T value;

  /** Gives it. */
  public void set(T given) {
    value = given;
  }

  /** Takes it. */
  public T get() {
    return value;
  }
}
