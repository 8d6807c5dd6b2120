package com.example.deadlocks;

import com.example.support.Threads;

// lock-cycle: Account.lock
/** Two transfers in opposite directions; in this run they do not meet. */
public final class BankTransfer {
  private BankTransfer() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Account savings = new Account(100);
    Account current = new Account(50);
    Threads.inOrder(() -> transfer(savings, current, 30), () -> transfer(current, savings, 10));
    System.out.println(savings.balance + " " + current.balance);
  }

  private static void transfer(Account from, Account to, int amount) {
    synchronized (from.lock) {
      synchronized (to.lock) { // wants
        from.balance -= amount;
        to.balance += amount;
      }
    }
  }

  private static final class Account {
    private final Object lock = new Object();
    private int balance;

    Account(int balance) {
      this.balance = balance;
    }
  }
}
