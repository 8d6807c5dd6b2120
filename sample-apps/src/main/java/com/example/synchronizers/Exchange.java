package com.example.synchronizers;

import com.example.support.Threads;
import java.util.concurrent.Exchanger;

// clean
/** Two threads swap buffers. */
public final class Exchange {
  private Exchange() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Exchanger<int[]> exchanger = new Exchanger<>();
    Threads.together(
        () -> {
          int[] buffer = new int[1];
          for (int i = 0; i < 10; i++) {
            buffer[0] = i;
            buffer = exchanger.exchange(buffer);
          }
        },
        () -> {
          int[] buffer = new int[1];
          int sum = 0;
          for (int i = 0; i < 10; i++) {
            buffer = exchanger.exchange(buffer);
            sum += buffer[0];
          }
          System.out.println("sum " + sum);
        });
  }
}
