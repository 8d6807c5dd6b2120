package com.example.order;

/** What one thread does. */
public interface Body {
  /** Does it. */
  void run() throws Throwable;
}
