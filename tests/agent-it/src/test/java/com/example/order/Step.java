package com.example.order;

/**
 * What one thread does with the object that both share.
 *
 * @param <S> that object
 */
public interface Step<S> {
  /** Does it. */
  void run(S shared) throws Throwable;
}
