package com.example.synchronizers;

import com.example.support.Threads;
import java.lang.invoke.VarHandle;

// race: data
/** The writer has a fence and the reader has none: nothing orders what follows the read. */
public final class FencedOnOneSide {
  private static final FencedOnOneSide SHARED = new FencedOnOneSide();

  private int data;
  private long sequence;

  private FencedOnOneSide() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.inOrder(FencedOnOneSide::produce, FencedOnOneSide::consume);
  }

  private static void produce() {
    SHARED.data = 42; // racy
    VarHandle.releaseFence();
    SHARED.sequence = 1;
  }

  private static void consume() {
    if (SHARED.sequence == 1) {
      System.out.println("data " + SHARED.data); // racy
    }
  }
}
