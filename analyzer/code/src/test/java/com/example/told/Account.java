package com.example.told;

import com.example.suite.GuardedBy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Most of its uses hold one lock. */
public class Account {
  private static final Map<String, String> KNOWN = new HashMap<>();
  private final Object lock = new Object();
  private final List<String> log = new ArrayList<>();
  private int balance;
  private int limit;
  private boolean closed;
  private Account next;

  @GuardedBy("lock")
  private String owner;

  public void pay() {
    synchronized (lock) {
      balance++;
      log.add("pay");
    }
  }

  public void draw() {
    synchronized (lock) {
      change();
      log.add("draw");
    }
  }

  private void change() {
    balance--;
  }

  public int get() {
    synchronized (lock) {
      return balance;
    }
  }

  public void reset() {
    balance = 0;
  }

  public void clear() {
    log.clear();
  }

  public synchronized void setLimit(int value) {
    limit = value;
  }

  public synchronized void raise() {
    limit++;
  }

  public int limit() {
    return limit;
  }

  public synchronized void close() {
    closed = true;
  }

  public void await() {
    while (!closed) {
      Thread.onSpinWait();
    }
  }

  public static void remember(String name) {
    synchronized (KNOWN) {
      KNOWN.put(name, name);
    }
  }

  public static void forget(String name) {
    synchronized (KNOWN) {
      KNOWN.remove(name);
    }
  }

  public static boolean isKnown(String name) {
    return KNOWN.containsKey(name);
  }

  public void setOwner(String name) {
    synchronized (lock) {
      owner = name;
    }
  }

  public boolean sameOwner() {
    synchronized (lock) {
      return next.owner == null;
    }
  }

  /** Its thread needs the lock that is held meanwhile. */
  public void settle() throws InterruptedException {
    Thread thread = new Thread(this::pay);
    thread.start();
    synchronized (lock) {
      thread.join();
    }
  }

  /** Arrays that have nothing to do with each other. */
  public static void arrays() {
    int[] one = new int[1];
    new Thread(() -> one[0]++).start();
    one[0]++;
  }

  /** Others. */
  public static void moreArrays() {
    int[] other = new int[1];
    new Thread(() -> other[0]++).start();
    other[0]++;
  }

  /** A thread of it. */
  public static void main(String[] args) {
    Account account = new Account();
    new Thread(account::pay).start();
    new Thread(account::reset).start();
  }
}
