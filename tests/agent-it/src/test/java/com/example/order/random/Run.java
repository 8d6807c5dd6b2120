package com.example.order.random;

import com.example.order.HiddenRwIgnored;
import com.example.support.OrderRwIgnored;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/** Runs a program: each thread does its steps when they are due. */
final class Run {
  private final List<Step> steps;
  private final OrderRwIgnored order = new OrderRwIgnored();
  private final HiddenRwIgnored<Throwable> failure = new HiddenRwIgnored<>();
  private final Thread[] threads = new Thread[Generator.THREADS];
  private final ExecutorService pool;
  private final Actions actions;
  private final HiddenRwIgnored<Thread> worker = new HiddenRwIgnored<>();

  Run(List<Step> steps, Variables variables, ThreadFactory factory, String name) {
    this.steps = steps;
    for (int t = 0; t < threads.length; t++) {
      threads[t] = factory.newThread(new Body(this, t));
      threads[t].setName(name + t);
    }
    pool =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread made = factory.newThread(task);
              made.setName(name + Generator.WORKER);
              worker.set(made);
              return made;
            });
    actions = new Actions(variables, threads, worker);
  }

  /** What the n-th thread runs. */
  private record Body(Run program, int thread) implements Runnable {
    @Override
    public void run() {
      program.guarded(thread, 0);
    }
  }

  private void guarded(int thread, int from) {
    try {
      interpret(thread, from);
    } catch (Throwable e) {
      failure.set(e);
      throw e;
    }
  }

  /** Throws what went wrong. */
  void play() throws InterruptedException {
    threads[0].start();
    order.await(steps.size());
    pool.shutdownNow();
    if (failure.get() != null) {
      throw new IllegalStateException(failure.get());
    }
  }

  /** From that step on until the thread, its task, or the monitor that it is in ends. */
  private int interpret(int thread, int from) {
    int at = from;
    while (at < steps.size()) {
      Step step = steps.get(at);
      if (step.thread() != thread) {
        at++;
        continue;
      }
      order.await(at);
      switch (step.op()) {
        case ENTER -> at = inMonitor(step, at);
        case EXIT -> {
          return at;
        }
        case END, END_TASK -> {
          order.step();
          return at;
        }
        case WAIT -> {
          order.step();
          actions.await(step.object());
        }
        case SUBMIT -> {
          submit(step.object());
          order.step();
        }
        default -> {
          actions.act(step);
          order.step();
        }
      }
      at++;
    }
    return at;
  }

  private int inMonitor(Step step, int at) {
    int exit;
    synchronized (actions.monitor(step.object())) {
      order.step();
      exit = interpret(step.thread(), at + 1);
    }
    order.step();
    return exit;
  }

  private void submit(int task) {
    int begin = 0;
    while (steps.get(begin).op() != Op.BEGIN_TASK || steps.get(begin).object() != task) {
      begin++;
    }
    int first = begin;
    actions.submitted(task, pool.submit(() -> guarded(Generator.WORKER, first)));
  }
}
