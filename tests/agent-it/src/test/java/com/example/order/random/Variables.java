package com.example.order.random;

/** What a program accesses. */
public interface Variables {
  /** The members, by variable; the elements of one array have one name. */
  String[] NAMES = {"first", "second", "common", "wide", "array[]", "array[]", "other[]", "row[]"};

  /** Reads one. */
  void read(int variable);

  /** Writes one. */
  void write(int variable);
}
