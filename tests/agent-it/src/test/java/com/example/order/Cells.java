package com.example.order;

/** Variables of one case; its class tells the cases apart in the report. */
public interface Cells {
  /** Accesses all of them, for the first thread. */
  void first();

  /** Accesses all of them, for the second thread. */
  void second();
}
