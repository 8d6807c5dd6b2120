package io.racewatch.runtime;

import java.lang.reflect.Array;

/**
 * The hooks of array elements in sample mode, which code is woven with in that mode alone: most
 * elements are left out by the length of the array, with nothing looked up.
 */
public final class SampledHooks {
  private SampledHooks() {}

  /** An element was read; the access came before, so the array is there. */
  public static void readElement(Object array, int index, ThreadState t, int site) {
    if (Sampling.watchesLength(Array.getLength(array))) {
      Hooks.readElement(array, index, t, site);
    }
  }

  /** An element was written. */
  public static void writeElement(Object array, int index, ThreadState t, int site) {
    if (Sampling.watchesLength(Array.getLength(array))) {
      Hooks.writeElement(array, index, t, site);
    }
  }
}
