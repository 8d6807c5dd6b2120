package com.example.programs;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.when;

import com.example.support.Threads;

/** Mocks a final class and races on a real object of it. */
public final class Mocking {
  private Mocking() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Ledger real = new Ledger();
    Threads.inOrder(() -> real.add(1), () -> real.add(2));
    Ledger mocked = mock(Ledger.class);
    when(mocked.balance()).thenReturn(42);
    mocked.add(7);
    Ledger spied = spy(new Ledger());
    spied.add(5);
    System.out.println(real.balance() + " " + mocked.balance() + " " + spied.balance());
    Threads.inOrder(() -> real.add(3), () -> real.add(4));
    System.out.println(real.balance());
  }

  private static final class Ledger {
    private int sum;

    void add(int amount) {
      sum += amount;
    }

    int balance() {
      return sum;
    }
  }
}
