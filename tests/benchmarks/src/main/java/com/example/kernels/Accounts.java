package com.example.kernels;

/** A hundred thousand objects with synchronized methods, each used by all threads. */
public final class Accounts {
  private static final int COUNT = 100_000;
  private static final int STEPS = 10_000;
  private static final int SMALL = 4;

  /** Numbers in each; some 210 MB. */
  private static final int LARGE = 256;

  private static int changes;

  private Accounts() {}

  /** Prints a checksum. */
  public static void main(String[] args) throws InterruptedException {
    int rounds = Integer.parseInt(args[0]);
    boolean racy = Size.racy(args);
    int size = Size.of(args, SMALL, LARGE);
    Account[] accounts = new Account[COUNT];
    for (int i = 0; i < COUNT; i++) {
      accounts[i] = new Account(size);
    }
    Workers.run(self -> work(self, rounds, accounts, racy));
    long sum = 0;
    for (Account account : accounts) {
      sum = sum * 31 + account.balance();
    }
    System.out.println("accounts " + sum);
    Size.end(accounts);
  }

  private static long work(int self, int rounds, Account[] accounts, boolean racy) {
    long sum = 0;
    for (int round = 0; round < rounds; round++) {
      long seed = self + 2L * round;
      for (int i = 0; i < STEPS; i++) {
        seed = seed * 6364136223846793005L + 1442695040888963407L;
        Account account = accounts[(int) ((seed >>> 33) % COUNT)];
        if ((i & 3) == 0) {
          sum += account.balance();
        } else {
          account.add(i);
        }
      }
      if (racy) {
        changes++;
      }
    }
    return sum;
  }

  /** Additions commute: the end is the same in any order. */
  private static final class Account {
    private final long[] history;
    private long balance;
    private int count;

    Account(int size) {
      history = new long[size];
    }

    synchronized void add(int amount) {
      balance += amount;
      history[count++ & history.length - 1]++;
    }

    synchronized long balance() {
      return balance + history[0];
    }
  }
}
