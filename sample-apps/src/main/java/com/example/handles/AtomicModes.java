package com.example.handles;

import com.example.support.Threads;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

// clean
/** Accesses that are atomic do not race with one another, in whatever modes. */
public final class AtomicModes {
  private static final VarHandle VALUE;

  static {
    try {
      VALUE = MethodHandles.lookup().findVarHandle(AtomicModes.class, "value", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private static final VarHandle ELEMENTS = MethodHandles.arrayElementVarHandle(int[].class);

  private final int[] elements = new int[3];
  private int value;

  private AtomicModes() {}

  /** Starts here. */
  public static void main(String[] args) throws Exception {
    AtomicModes shared = new AtomicModes();
    Threads.inOrder(shared::access, shared::access, shared::access);
    System.out.println("value " + shared.value + " and " + shared.elements[1]);
  }

  private void access() {
    VALUE.setOpaque(this, (int) VALUE.getOpaque(this) + 1);
    VALUE.compareAndSet(this, 1, 2);
    VALUE.weakCompareAndSetPlain(this, 100, 3);
    VALUE.getAndAddAcquire(this, 1);
    VALUE.setRelease(this, (int) VALUE.getVolatile(this) + 1);
    VALUE.compareAndExchangeAcquire(this, 1, 2);
    ELEMENTS.setOpaque(elements, 1, 4);
    ELEMENTS.getAndAdd(elements, 1, 1);
    ELEMENTS.compareAndExchangeRelease(elements, 1, 5, 7);
    ELEMENTS.setVolatile(elements, 1, (int) ELEMENTS.getAcquire(elements, 1));
  }
}
