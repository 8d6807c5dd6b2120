package com.example.synchronizers;

import com.example.support.Threads;
import java.util.concurrent.CyclicBarrier;

// clean
/** Two phases: each writes its own element, then reads its neighbour's. */
public final class Barrier {
  private static final int PARTIES = 3;
  private static final int[] cells = new int[PARTIES];
  private static int rounds;

  private Barrier() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    CyclicBarrier barrier = new CyclicBarrier(PARTIES, () -> rounds++);
    Threads.together(() -> run(barrier, 0), () -> run(barrier, 1), () -> run(barrier, 2));
    System.out.println(rounds + " rounds, " + cells[0] + " " + cells[1] + " " + cells[2]);
  }

  private static void run(CyclicBarrier barrier, int self) throws Exception {
    for (int round = 0; round < 5; round++) {
      cells[self] += self + 1;
      barrier.await();
      int neighbour = cells[(self + 1) % PARTIES];
      barrier.await();
      cells[self] += neighbour % 2;
    }
  }
}
