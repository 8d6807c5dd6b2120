package com.example.executors;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

// clean
/** Submit, task, get; and the ways to wait for a whole pool. */
public final class SubmitGet {
  private int input;
  private int output;

  private SubmitGet() {}

  /** Starts here. */
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    SubmitGet first = new SubmitGet();
    first.input = 1;
    Future<?> future = pool.submit(first::work);
    future.get();
    System.out.println("get " + first.output);
    List<SubmitGet> all = new ArrayList<>();
    List<Callable<Object>> tasks = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      SubmitGet each = new SubmitGet();
      each.input = i;
      all.add(each);
      tasks.add(Executors.callable(each::work));
    }
    pool.invokeAll(tasks);
    int sum = 0;
    for (SubmitGet each : all) {
      sum += each.output;
    }
    System.out.println("invokeAll " + sum);
    SubmitGet last = new SubmitGet();
    last.input = 9;
    pool.execute(last::work);
    pool.shutdown();
    if (pool.awaitTermination(1, TimeUnit.MINUTES)) {
      System.out.println("awaitTermination " + last.output);
    }
  }

  private void work() {
    output = input + 1;
  }
}
