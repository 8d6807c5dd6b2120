package com.example.handles;

import com.example.support.Threads;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

// race: count
// race: numbers[]
// race: mode
/** Method handles to fields and elements are accesses: plain ones race, volatile ones order. */
public final class FieldsByMethodHandle {
  private static final MethodHandle SET_COUNT;
  private static final MethodHandle GET_COUNT;
  private static final MethodHandle SET_READY;
  private static final MethodHandle GET_READY;
  private static final MethodHandle SET_MODE;
  private static final MethodHandle SET_ELEMENT = MethodHandles.arrayElementSetter(int[].class);

  private static int mode;

  static {
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    Class<?> self = FieldsByMethodHandle.class;
    try {
      SET_COUNT = lookup.findSetter(self, "count", int.class);
      GET_COUNT = lookup.unreflectGetter(self.getDeclaredField("count"));
      SET_READY = lookup.findSetter(self, "ready", boolean.class);
      GET_READY = lookup.findGetter(self, "ready", boolean.class);
      SET_MODE =
          lookup
              .findStaticVarHandle(self, "mode", int.class)
              .toMethodHandle(VarHandle.AccessMode.SET);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final int[] numbers = new int[4];
  private int count;
  private int data;
  private volatile boolean ready;

  private FieldsByMethodHandle() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    FieldsByMethodHandle shared = new FieldsByMethodHandle();
    Threads.inOrder(
        () -> {
          try {
            shared.data = 42;
            SET_READY.invokeExact(shared, true);
            SET_COUNT.invokeExact(shared, 1); // racy
            SET_ELEMENT.invokeExact(shared.numbers, 2, 5); // racy
            SET_MODE.invokeExact(3); // racy
          } catch (Throwable e) {
            throw new IllegalStateException(e);
          }
        },
        () -> {
          try {
            if ((boolean) GET_READY.invokeExact(shared)) {
              System.out.println("data " + shared.data);
            }
            int now = (int) GET_COUNT.invokeExact(shared); // racy
            System.out.println("count " + now + " of " + shared.numbers[1]);
          } catch (Throwable e) {
            throw new IllegalStateException(e);
          }
          System.out.println("element " + shared.numbers[2]); // racy
          System.out.println("mode " + mode); // racy
        });
  }
}
