package com.example.handles;

import com.example.support.Threads;
import java.lang.reflect.Field;
import sun.misc.Unsafe;

// race: count
// race: bytes[]
/** Unsafe reaches the same variables as field instructions do. */
@SuppressWarnings("removal")
public final class ByAddress {
  private static final Unsafe UNSAFE = unsafe();
  private static final long COUNT = offset("count");
  private static final long DATA = offset("data");
  private static final long STEP = offset("step");

  private final byte[] bytes = new byte[64];
  private int count;
  private int data;
  private volatile int step;

  private ByAddress() {}

  private static Unsafe unsafe() {
    try {
      Field field = Unsafe.class.getDeclaredField("theUnsafe");
      field.setAccessible(true);
      return (Unsafe) field.get(null);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private static long offset(String field) {
    try {
      return UNSAFE.objectFieldOffset(ByAddress.class.getDeclaredField(field));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** Starts here. */
  public static void main(String[] args) throws Exception {
    ByAddress shared = new ByAddress();
    Threads.inOrder(
        () -> {
          UNSAFE.putInt(shared, DATA, 42);
          UNSAFE.putOrderedInt(shared, STEP, 1);
          UNSAFE.putInt(shared, COUNT, 1); // racy
          UNSAFE.putLong(shared.bytes, Unsafe.ARRAY_BYTE_BASE_OFFSET + 8L, 7L); // racy
        },
        () -> {
          if (shared.step == 1) {
            System.out.println("data " + shared.data);
          }
          System.out.println("count " + shared.count); // racy
          System.out.println("apart " + shared.bytes[16]);
          byte last = shared.bytes[15]; // racy
          System.out.println("end " + (last == 0 || last == 7));
        });
  }
}
