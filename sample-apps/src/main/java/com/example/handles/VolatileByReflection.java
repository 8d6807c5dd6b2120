package com.example.handles;

import com.example.support.Threads;
import java.lang.reflect.Field;

// clean
/** Reflection and field instructions meet in one variable. */
public final class VolatileByReflection {
  private static volatile int step;

  private int data;

  private VolatileByReflection() {}

  /** Starts here. */
  public static void main(String[] args) throws Exception {
    VolatileByReflection shared = new VolatileByReflection();
    Field steps = VolatileByReflection.class.getDeclaredField("step");
    Threads.inOrder(
        () -> {
          shared.data = 42;
          steps.set(null, 1);
        },
        () -> {
          if (step == 1) {
            shared.data++;
            step = 2;
          }
        },
        () -> {
          if (steps.getInt(null) == 2) {
            System.out.println("data " + shared.data);
          }
        });
  }
}
