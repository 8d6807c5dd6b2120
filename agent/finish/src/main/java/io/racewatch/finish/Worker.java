package io.racewatch.finish;

import java.io.IOException;

/**
 * Does the job in a thread of its own, so that the process ends in time even if the disk does not
 * answer. What this thread hands over it writes before it ends, and {@link Thread#join} orders that
 * before the reading (JLS 17.4.5); after a join that timed out the fields are volatile.
 */
final class Worker {
  private static final long STACK_BYTES = 4L << 20;

  private final Job job;
  private volatile int code;
  private volatile Throwable failure;
  private volatile ChildReport child;

  Worker(Job job) {
    this.job = job;
    // Until there is a verdict: without one a gate must not let the program pass.
    this.code = job.exitCode(true, false);
  }

  /** Runs the job to its end or to the hard end of its budget. */
  int call() throws InterruptedException {
    Thread thread = new Thread(systemGroup(), this::work, "racewatch-finish", STACK_BYTES);
    thread.setDaemon(true);
    thread.setContextClassLoader(Worker.class.getClassLoader());
    thread.start();
    thread.join(job.budget().untilHardEnd());
    if (thread.isAlive()) {
      stopChild();
      job.log().say("no report within the time; " + job.rescue());
    } else if (failure != null) {
      job.log().say("no report: " + failure + "; " + job.rescue());
    }
    return code;
  }

  private void work() {
    try {
      if (job.output() != null && ChildReport.isNeeded(job.run())) {
        inChild();
      } else {
        inside();
      }
    } catch (Throwable e) {
      failure = e;
    }
  }

  /** Here; where the heap does not suffice after all, in a child. */
  private void inside() throws Exception {
    Renderer renderer = new Renderer(job, value -> code = value);
    try {
      renderer.render();
    } catch (OutOfMemoryError e) {
      inChild();
    }
  }

  private void inChild() throws Exception {
    ChildReport started = new ChildReport(job);
    child = started;
    try {
      code = started.render();
    } catch (IOException e) {
      // No lock in that folder, or no process to be had: what can be done here is done here.
      new Renderer(job, value -> code = value).render();
    }
  }

  private void stopChild() {
    ChildReport running = child;
    if (running != null) {
      running.stop();
    }
  }

  private static ThreadGroup systemGroup() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    while (group != null && group.getParent() != null) {
      group = group.getParent();
    }
    return group;
  }
}
