package com.example.programs;

import com.lmax.disruptor.BlockingWaitStrategy;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.dsl.Disruptor;
import com.lmax.disruptor.dsl.ProducerType;
import com.lmax.disruptor.util.DaemonThreadFactory;
import org.jctools.queues.MpscArrayQueue;

/** LMAX Disruptor and JCTools: two producers, and a consumer that works on each message. */
public final class Queues {
  private static final int RING = 1 << 14;
  private static final int LENGTH = 1600;
  private static final int SAMPLES = 64;
  private static final int HALF = 2;

  private Queues() {}

  /** A slot of the ring; all its fields are plain. */
  private static final class Slot {
    private final long[] samples = new long[LENGTH];
    private long number;
    private long sum;

    void fill(long value) {
      number = value;
      for (int i = 0; i < SAMPLES; i++) {
        samples[i] = value + i;
      }
    }

    void add() {
      sum = number;
      for (int i = 0; i < SAMPLES; i++) {
        sum += samples[i];
      }
    }
  }

  /** The argument is the number of messages a producer. */
  public static void main(String[] args) throws Exception {
    int messages = Integer.parseInt(args[0]);
    long[] sum = new long[1];
    Disruptor<Slot> disruptor =
        new Disruptor<>(
            Slot::new,
            RING,
            DaemonThreadFactory.INSTANCE,
            ProducerType.MULTI,
            new BlockingWaitStrategy());
    disruptor.handleEventsWith(
        (slot, sequence, end) -> {
          slot.add();
          sum[0] += slot.sum;
        });
    RingBuffer<Slot> ring = disruptor.start();
    Crew.work(
        number -> {
          for (int i = 0; i < messages; i++) {
            long value = i + number;
            ring.publishEvent((slot, sequence) -> slot.fill(value));
          }
          return 0;
        });
    disruptor.shutdown();
    System.out.println("ring " + sum[0]);
    System.out.println("queue " + queue(messages * HALF));
    Crew.end(ring);
  }

  private static long queue(int messages) throws Exception {
    MpscArrayQueue<long[]> queue = new MpscArrayQueue<>(RING);
    return Crew.work(
        number -> {
          long sum = 0;
          for (int i = 0; i < messages; i++) {
            if (number == 0) {
              send(queue, i);
            } else {
              sum += receive(queue);
            }
          }
          return sum;
        });
  }

  private static void send(MpscArrayQueue<long[]> queue, int value) {
    long[] message = {value, value + 1, value + 2};
    while (!queue.offer(message)) {
      Thread.yield();
    }
  }

  private static long receive(MpscArrayQueue<long[]> queue) {
    long[] message = queue.poll();
    while (message == null) {
      Thread.yield();
      message = queue.poll();
    }
    return message[0] + message[1] + message[2];
  }
}
