package com.example.handles;

import com.example.support.Threads;
import java.lang.reflect.Field;

// race: count
/** A field by reflection is what it is: plain, or volatile and then it orders. */
public final class FieldsByReflection {
  private int count;
  private int data;
  private volatile boolean ready;

  private FieldsByReflection() {}

  /** Starts here. */
  public static void main(String[] args) throws Exception {
    FieldsByReflection shared = new FieldsByReflection();
    Field count = FieldsByReflection.class.getDeclaredField("count");
    Field ready = FieldsByReflection.class.getDeclaredField("ready");
    Threads.inOrder(
        () -> {
          shared.data = 42;
          ready.setBoolean(shared, true);
          count.setInt(shared, 1); // racy
        },
        () -> {
          if ((Boolean) ready.get(shared)) {
            System.out.println("data " + shared.data);
          }
          System.out.println("count " + count.get(shared)); // racy
        });
  }
}
