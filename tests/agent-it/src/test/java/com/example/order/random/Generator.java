package com.example.order.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes a random program that runs through under its schedule: it keeps the state of all objects,
 * and only lets a thread do what does not block it. Tells the reference of each step.
 */
final class Generator {
  static final int THREADS = 4;

  /** The worker of the pool is a thread like others, whose steps belong to tasks. */
  static final int WORKER = THREADS;

  private final Random random;
  private final List<Step> steps = new ArrayList<>();
  private final Clocks clocks = new Clocks(THREADS + 1);
  private final Model model = new Model();

  Generator(long seed) {
    random = new Random(seed);
  }

  /** A program of about so many steps. */
  Program make(int length) {
    model.started[0] = true;
    for (int tries = 0; steps.size() < length && tries < 20 * length; tries++) {
      attempt();
    }
    finish();
    return new Program(steps, clocks.races());
  }

  private void attempt() {
    int thread = random.nextInt(THREADS + 1);
    if (!model.runs(thread)) {
      return;
    }
    Op op = random.nextInt(3) == 0 ? access() : Op.values()[random.nextInt(Op.values().length)];
    Step step = model.step(thread, op, random);
    if (step != null) {
      add(step);
    }
  }

  private Op access() {
    return random.nextInt(3) == 0 ? Op.WRITE : Op.READ;
  }

  private void add(Step step) {
    steps.add(step);
    model.apply(step);
    Rules.tell(step, clocks, model);
  }

  /** Gives back what is held, ends tasks and threads. */
  private void finish() {
    boolean more = true;
    while (more) {
      more = false;
      for (int thread = THREADS; thread >= 0; thread--) {
        if (model.runs(thread)) {
          Step step = model.closing(thread);
          if (step != null) {
            add(step);
            more = true;
          }
        }
      }
    }
  }

  /**
   * A program.
   *
   * @param steps in their order
   * @param races what the reference says
   */
  record Program(List<Step> steps, java.util.Set<String> races) {}
}
