package com.example.suite;

/** As libraries of annotations have it: known by its simple name. */
public @interface GuardedBy {
  /** The lock. */
  String value();
}
