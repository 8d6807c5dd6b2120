package com.example.kernels;

import java.lang.ref.Reference;

/** How much data a kernel works on, by its second argument. */
final class Size {
  private static final int RACY = 2;

  private Size() {}

  /** One of two sizes. */
  static int of(String[] args, int small, int large) {
    return args[1].equals("large") ? large : small;
  }

  /** Whether a third argument asks for the racy twin. */
  static boolean racy(String[] args) {
    return args.length > RACY && args[RACY].equals("racy");
  }

  /** The collector's log then tells how much was alive. */
  static void end(Object kept) {
    System.gc();
    Reference.reachabilityFence(kept);
  }
}
