package com.example.handles;

import com.example.support.Threads;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

// race: byte[]
/** Views of one array overlap where their bytes do. */
public final class ViewsOfBytes {
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.nativeOrder());
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private ViewsOfBytes() {}

  /** Starts here. */
  public static void main(String[] args) throws Exception {
    byte[] shared = new byte[32];
    Threads.inOrder(
        () -> {
          INTS.set(shared, 0, 1);
          INTS.set(shared, 20, 1); // racy
        },
        () -> {
          LONGS.set(shared, 8, 2L);
          LONGS.set(shared, 16, 2L); // racy
        });
    System.out.println("sum " + (int) INTS.get(shared, 0) + (long) LONGS.get(shared, 8));
  }
}
