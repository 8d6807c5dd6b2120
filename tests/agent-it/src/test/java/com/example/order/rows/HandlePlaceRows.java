package com.example.order.rows;

import static com.example.order.rows.HandleRows.ARRAY;
import static com.example.order.rows.HandleRows.BUFFER;
import static com.example.order.rows.HandleRows.BYTES;
import static com.example.order.rows.HandleRows.STATIC;
import static com.example.order.rows.HandleRows.X;
import static com.example.order.rows.HandleRows.none;
import static com.example.order.rows.HandleRows.order;
import static com.example.order.rows.HandleRows.won;

import com.example.order.Table;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;

/** V16 to V19: release sequences, fences, elements and views. */
final class HandlePlaceRows {

  private HandlePlaceRows() {}

  static void add(Table t) {
    sequences(t);
    fences(t);
    elements(t);
    views(t);
  }

  private static void sequences(Table t) {
    none(t, "V16", "another variable", HandleRows::publish, b -> STATIC.getVolatile());
    none(
        t,
        "V17",
        "an opaque store in between",
        b -> {
          X.setRelease(b, 1);
          X.setOpaque(b, 2);
        },
        b -> won((int) X.getAcquire(b) == 2));
    order(
        t,
        "V03",
        "a release, then an update in its chain",
        b -> {
          X.setRelease(b, 1);
          X.getAndAdd(b, 1);
        },
        b -> won((int) X.getAcquire(b) == 2));
  }

  private static void fences(Table t) {
    order(
        t,
        "V18",
        "releaseFence, opaque; opaque, acquireFence",
        b -> {
          VarHandle.releaseFence();
          X.setOpaque(b, 1);
        },
        b -> {
          won((int) X.getOpaque(b) == 1);
          VarHandle.acquireFence();
        });
    order(
        t,
        "V18",
        "fullFence on both sides",
        b -> {
          VarHandle.fullFence();
          X.setOpaque(b, 1);
        },
        b -> {
          won((int) X.getOpaque(b) == 1);
          VarHandle.fullFence();
        });
    none(
        t,
        "V18",
        "storeStoreFence and loadLoadFence",
        b -> {
          VarHandle.storeStoreFence();
          X.setOpaque(b, 1);
        },
        b -> {
          won((int) X.getOpaque(b) == 1);
          VarHandle.loadLoadFence();
        });
    none(t, "V18", "fences alone", b -> VarHandle.fullFence(), b -> VarHandle.fullFence());
  }

  private static void elements(Table t) {
    t.clean(
        "V19",
        "element",
        () -> new int[4],
        a -> ARRAY.setVolatile(a, 1, 1),
        a -> LanguageRows.keep((int) ARRAY.getVolatile(a, 1)));
    t.clean(
        "V19",
        "element, compareAndSet",
        () -> new int[4],
        a -> won(ARRAY.compareAndSet(a, 1, 0, 1)),
        a -> won(ARRAY.compareAndSet(a, 1, 1, 2)));
    t.racy(
        "V19",
        "another element",
        () -> new int[4],
        a -> ARRAY.setVolatile(a, 1, 1),
        a -> LanguageRows.keep((int) ARRAY.getVolatile(a, 2)));
    t.racy(
        "V19",
        "the element of another array",
        () -> new int[4],
        a -> ARRAY.setVolatile(a, 1, 1),
        a -> LanguageRows.keep((int) ARRAY.getVolatile(new int[4], 1)));
  }

  private static void views(Table t) {
    t.clean(
            "V19",
            "view of a byte array",
            () -> new byte[64],
            a -> BYTES.setVolatile(a, aligned(a), 1),
            a -> LanguageRows.keep((int) BYTES.getVolatile(a, aligned(a))))
        .until(21);
    t.racy(
            "V19",
            "view, another place",
            () -> new byte[64],
            a -> BYTES.setVolatile(a, aligned(a), 1),
            a -> LanguageRows.keep((int) BYTES.getVolatile(a, aligned(a) + 8)))
        .until(21);
    t.clean(
        "V19",
        "view of a buffer",
        () -> ByteBuffer.allocateDirect(64),
        b -> BUFFER.setVolatile(b, 8, 1),
        b -> LanguageRows.keep((int) BUFFER.getVolatile(b, 8)));
    t.clean(
        "V19",
        "view of a buffer and its duplicate",
        () -> ByteBuffer.allocateDirect(64),
        b -> BUFFER.setVolatile(b, 8, 1),
        b -> LanguageRows.keep((int) BUFFER.getVolatile(b.duplicate(), 8)));
    t.racy(
        "V19",
        "view of a buffer, another place",
        () -> ByteBuffer.allocateDirect(64),
        b -> BUFFER.setVolatile(b, 8, 1),
        b -> LanguageRows.keep((int) BUFFER.getVolatile(b, 16)));
  }

  private static int aligned(byte[] bytes) {
    return ByteBuffer.wrap(bytes).alignmentOffset(0, 1) == 0 ? 16 : 20;
  }
}
