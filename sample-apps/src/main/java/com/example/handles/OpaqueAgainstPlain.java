package com.example.handles;

import com.example.support.Threads;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

// race: seen
/** An opaque write does not race with an opaque read, but with a plain one. */
public final class OpaqueAgainstPlain {
  private static final VarHandle SEEN;

  static {
    try {
      SEEN = MethodHandles.lookup().findVarHandle(OpaqueAgainstPlain.class, "seen", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private int seen;

  private OpaqueAgainstPlain() {}

  /** Starts here. */
  public static void main(String[] args) throws Exception {
    OpaqueAgainstPlain shared = new OpaqueAgainstPlain();
    Threads.inOrder(
        () -> {
          SEEN.setOpaque(shared, 1); // racy
        },
        () -> {
          System.out.println("opaque " + (int) SEEN.getOpaque(shared));
          System.out.println("plain " + shared.seen); // racy
        });
  }
}
