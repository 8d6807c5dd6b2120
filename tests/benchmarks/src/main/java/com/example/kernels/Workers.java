package com.example.kernels;

/** Threads that run one body each, told apart by a number from 0. */
final class Workers {
  /** As many as the machines have cores on which this is commonly run. */
  static final int COUNT = 2;

  private Workers() {}

  interface Body {
    long run(int self) throws Exception;
  }

  /** Starts them, joins them, and adds up what they return. */
  static long run(Body body) throws InterruptedException {
    Worker[] workers = new Worker[COUNT];
    for (int i = 0; i < COUNT; i++) {
      workers[i] = new Worker(body, i);
      workers[i].start();
    }
    long sum = 0;
    for (Worker worker : workers) {
      worker.join();
      sum = sum * 31 + worker.result;
    }
    return sum;
  }

  private static final class Worker extends Thread {
    private final Body body;
    private final int self;
    private long result;

    Worker(Body body, int self) {
      super("worker-" + self);
      this.body = body;
      this.self = self;
    }

    @Override
    public void run() {
      try {
        result = body.run(self);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
