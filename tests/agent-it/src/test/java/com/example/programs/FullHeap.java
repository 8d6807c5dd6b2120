package com.example.programs;

import com.example.support.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Fills the heap over and over, in each of several ways; then has a race. In large steps: with
 * small ones the collector runs for minutes before the last bytes are gone.
 */
public final class FullHeap {
  private static final int TURNS = 2;

  private static int raced;

  private final ReentrantLock lock = new ReentrantLock();
  private List<Object> kept = new ArrayList<>();
  private Node chain;
  private int done;

  private FullHeap() {}

  private static final class Node {
    private final Node next;
    private int[] cells = new int[30_000];
    private volatile int seen;

    Node(Node next) {
      this.next = next;
      for (int i = 0; i < cells.length; i++) {
        cells[i] = i;
      }
      seen = 1;
    }
  }

  private interface Filling {
    void more(int turn) throws Exception;
  }

  /** Starts here. */
  public static void main(String[] args) throws Exception {
    FullHeap heap = new FullHeap();
    for (int turn = 0; turn < TURNS; turn++) {
      heap.fill("arrays", n -> heap.kept.add(new long[20_000 + n % 7]));
      heap.fill("objects", n -> heap.chain = new Node(heap.chain));
      heap.fill("locks", n -> heap.locked());
      heap.fill("monitors", n -> heap.monitors());
      heap.fill("texts", n -> heap.kept.add("text".repeat(20_000) + n));
      ConcurrentHashMap<Integer, int[]> map = new ConcurrentHashMap<>();
      heap.fill("map", n -> map.put(n, new int[20_000]));
    }
    heap.fill("huge", n -> heap.kept.add(new int[Integer.MAX_VALUE - 8]));
    Threads.together(() -> raced++, () -> raced++);
    System.out.println("done " + heap.done);
  }

  private void fill(String how, Filling filling) throws Exception {
    String ended = "";
    Error error = null;
    try {
      for (int n = 0; ; n++) {
        filling.more(n);
      }
    } catch (OutOfMemoryError full) {
      kept = null;
      chain = null;
      error = full;
      ended = full.getMessage();
    }
    kept = new ArrayList<>();
    done++;
    System.out.println(how + ": " + ended + " " + lock.isLocked() + lock.isHeldByCurrentThread());
    for (StackTraceElement frame : error.getStackTrace()) {
      if (frame.getClassName().contains("racewatch")) {
        System.out.println("  " + frame);
      }
    }
  }

  private void locked() {
    lock.lock();
    try {
      ReentrantLock made = new ReentrantLock();
      made.lock();
      made.unlock();
      kept.add(made);
      kept.add(new byte[100_000]);
    } finally {
      lock.unlock();
    }
  }

  private void monitors() {
    Object[] made = new Object[10_000];
    synchronized (made) {
      kept.add(made);
    }
  }
}
