package com.example.handles;

import com.example.support.Threads;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

// race: count
// race: total
/** Plain mode is plain access, also to a volatile or static field. */
public final class PlainByHandle {
  private static final VarHandle COUNT;
  private static final VarHandle TOTAL;

  static {
    try {
      COUNT = MethodHandles.lookup().findVarHandle(PlainByHandle.class, "count", int.class);
      TOTAL = MethodHandles.lookup().findStaticVarHandle(PlainByHandle.class, "total", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private static volatile long total;

  private int count;

  private PlainByHandle() {}

  /** Starts here. */
  public static void main(String[] args) throws Exception {
    PlainByHandle shared = new PlainByHandle();
    Threads.inOrder(
        () -> {
          COUNT.set(shared, 1); // racy
          TOTAL.set(1L); // racy
        },
        () -> {
          System.out.println("count " + (int) COUNT.get(shared)); // racy
          System.out.println("total " + (long) TOTAL.get()); // racy
        });
  }
}
