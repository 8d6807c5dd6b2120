package com.example.collections;

import com.example.support.Threads;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

// clean
/** What happened before a put happens before the get that finds it. */
public final class ConcurrentMapHandOver {
  private ConcurrentMapHandOver() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Map<String, Box> map = new ConcurrentHashMap<>();
    Threads.inOrder(
        () -> {
          Box box = new Box();
          box.value = 42;
          map.put("box", box);
        },
        () -> System.out.println("value " + map.get("box").value),
        () -> map.computeIfPresent("box", (key, box) -> box.plus(1)),
        () -> System.out.println("value " + map.get("box").value));
  }

  private static final class Box {
    private int value;

    Box plus(int amount) {
      Box sum = new Box();
      sum.value = value + amount;
      return sum;
    }
  }
}
