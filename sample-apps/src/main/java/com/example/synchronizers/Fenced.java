package com.example.synchronizers;

import com.example.support.Threads;
import java.lang.invoke.VarHandle;

// clean
/** A plain field with fences beside its accesses hands data over, as sequences of queues do. */
public final class Fenced {
  private static final Fenced SHARED = new Fenced();

  private int data;
  private long sequence;

  private Fenced() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.together(Fenced::produce, Fenced::consume);
  }

  private static void produce() {
    SHARED.data = 42;
    SHARED.set(1);
  }

  private static void consume() {
    while (SHARED.get() == 0) {
      Thread.onSpinWait();
    }
    System.out.println("data " + SHARED.data);
  }

  private void set(long next) {
    VarHandle.releaseFence();
    sequence = next;
  }

  private long get() {
    long now = sequence;
    VarHandle.acquireFence();
    return now;
  }
}
