package com.example.order;

import java.util.concurrent.ThreadFactory;

/** Virtual threads by reflection, since this is compiled for JDK 17. */
public final class VirtualFactory {
  private VirtualFactory() {}

  /** The factory. */
  public static ThreadFactory make() {
    try {
      Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
      return (ThreadFactory)
          Class.forName("java.lang.Thread$Builder").getMethod("factory").invoke(builder);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no virtual threads here", e);
    }
  }
}
