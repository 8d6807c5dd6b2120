package com.example.order.rows;

import com.example.order.Table;

/** What the detector is known to get wrong. The test fails when an entry is no longer true. */
final class Wrong {
  private Wrong() {}

  static void add(Table t) {
    t.members(); // nothing that we know of
  }
}
