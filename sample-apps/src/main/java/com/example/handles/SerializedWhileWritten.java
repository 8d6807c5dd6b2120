package com.example.handles;

import com.example.support.Threads;
import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;

// race: Point.x
// race: int[]
/** To serialise an object is to read its fields, and an array its elements. */
public final class SerializedWhileWritten {
  private SerializedWhileWritten() {}

  private static final class Point implements Serializable {
    private static final long serialVersionUID = 1L;

    private int x;
    private transient int hidden;
    private final int[] data = new int[3];
  }

  /** Starts here. */
  public static void main(String[] args) throws Exception {
    Point shared = new Point();
    Threads.inOrder(
        () -> {
          shared.x = 42; // racy
          shared.hidden = 43;
          shared.data[1] = 44; // racy
        },
        () -> {
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(shared); // racy
          }
          System.out.println("written " + (bytes.size() > 20));
        });
  }
}
