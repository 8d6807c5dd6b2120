package io.racewatch.runtime;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Lengths of the JDK's arrays of atomics. */
final class AtomicArrays {
  private AtomicArrays() {}

  static int length(Object array) {
    if (array instanceof AtomicIntegerArray a) {
      return a.length();
    }
    if (array instanceof AtomicLongArray a) {
      return a.length();
    }
    return array instanceof AtomicReferenceArray<?> a ? a.length() : 0;
  }
}
