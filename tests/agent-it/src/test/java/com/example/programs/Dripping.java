package com.example.programs;

import com.example.support.Threads;

/** Races on one field after the other, and then goes on for ever. */
public final class Dripping {
  private static int v0;
  private static int v1;
  private static int v2;
  private static int v3;
  private static int v4;
  private static int v5;
  private static int v6;
  private static int v7;
  private static int v8;
  private static int v9;
  private static int v10;
  private static int v11;
  private static int v12;
  private static int v13;
  private static int v14;
  private static int v15;
  private static int v16;
  private static int v17;
  private static int v18;
  private static int v19;
  private static int v20;
  private static int v21;
  private static int v22;
  private static int v23;

  private Dripping() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Runnable[] writes = {
      () -> v0++,
      () -> v1++,
      () -> v2++,
      () -> v3++,
      () -> v4++,
      () -> v5++,
      () -> v6++,
      () -> v7++,
      () -> v8++,
      () -> v9++,
      () -> v10++,
      () -> v11++,
      () -> v12++,
      () -> v13++,
      () -> v14++,
      () -> v15++,
      () -> v16++,
      () -> v17++,
      () -> v18++,
      () -> v19++,
      () -> v20++,
      () -> v21++,
      () -> v22++,
      () -> v23++
    };
    System.out.println("started");
    for (int i = 0; ; i++) {
      Runnable write = writes[i / 8 % writes.length];
      Threads.inOrder(write::run, write::run);
    }
  }
}
