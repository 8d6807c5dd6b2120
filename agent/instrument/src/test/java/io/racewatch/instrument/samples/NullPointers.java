package io.racewatch.instrument.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;

/** Null receivers of every kind; the JVM's messages say where each came from. */
public class NullPointers implements Callable<String> {
  private NullPointers next;
  private long wide;
  private volatile int published;
  private int number;
  private int[] numbers;
  private double[] ratios;
  private Object[] objects;
  private Lock lock;
  private AtomicInteger atomic;
  private List<String> list;

  @Override
  public String call() {
    List<Runnable> attempts =
        List.of(
            () -> next.number++,
            () -> next.next.number = 1,
            () -> next.wide = 1L,
            () -> use(next.wide),
            () -> next.published = 2,
            () -> use(next.published),
            () -> use(numbers[1]),
            () -> numbers[0] = 1,
            () -> ratios[0] = 1.0,
            () -> use(ratios[0]),
            () -> objects[0] = this,
            () -> use(objects.clone().length),
            () -> lock.lock(),
            () -> atomic.compareAndSet(1, 2),
            () -> list.add("x"),
            this::enter,
            this::await);
    List<String> messages = new ArrayList<>();
    for (Runnable attempt : attempts) {
      try {
        attempt.run();
        messages.add("nothing thrown");
      } catch (NullPointerException e) {
        messages.add(e.getMessage());
      }
    }
    return String.join("\n", messages);
  }

  private static void use(Object value) {
    assert value != null;
  }

  private void enter() {
    synchronized (next.objects) {
      number++;
    }
  }

  private void await() {
    try {
      next.wait(5);
    } catch (InterruptedException e) {
      number++;
    }
  }
}
