package com.example.field;

import com.lmax.disruptor.BlockingWaitStrategy;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.WaitStrategy;
import com.lmax.disruptor.YieldingWaitStrategy;
import com.lmax.disruptor.dsl.Disruptor;
import com.lmax.disruptor.dsl.ProducerType;
import com.lmax.disruptor.util.DaemonThreadFactory;

/** LMAX Disruptor: two producers, two consumers side by side, and a third behind both. */
public final class Disruptors {
  private static final int PRODUCERS = 2;
  private static final int RING = 256;

  private Disruptors() {}

  /** A slot of the ring; all its fields are plain. */
  private static final class Slot {
    private long value;
    private long doubled;
    private long squared;
  }

  /** The argument is the number of events a producer. */
  public static void main(String[] args) throws Exception {
    int events = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
    System.out.println("blocking " + run(events, new BlockingWaitStrategy(), PRODUCERS));
    System.out.println("yielding " + run(events, new YieldingWaitStrategy(), PRODUCERS));
    System.out.println("single " + run(events, new BlockingWaitStrategy(), 1));
  }

  private static long run(int events, WaitStrategy waiting, int producers) throws Exception {
    ProducerType type = producers == 1 ? ProducerType.SINGLE : ProducerType.MULTI;
    Disruptor<Slot> disruptor =
        new Disruptor<>(Slot::new, RING, DaemonThreadFactory.INSTANCE, type, waiting);
    long[] sum = new long[1];
    disruptor
        .handleEventsWith(
            (slot, sequence, end) -> slot.doubled = slot.value * 2,
            (slot, sequence, end) -> slot.squared = slot.value * slot.value)
        .then((slot, sequence, end) -> sum[0] += slot.doubled + slot.squared);
    RingBuffer<Slot> ring = disruptor.start();
    Crew.work(
        producers,
        number -> {
          for (int i = 0; i < events; i++) {
            int value = i + number;
            ring.publishEvent((slot, sequence) -> slot.value = value);
          }
        });
    // It returns when the last consumer has taken the last event, which orders its sum before.
    disruptor.shutdown();
    return sum[0];
  }
}
