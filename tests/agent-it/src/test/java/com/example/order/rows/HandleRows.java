package com.example.order.rows;

import com.example.order.Step;
import com.example.order.Table;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** V01 to V19: {@code VarHandle} in all its modes. */
final class HandleRows {
  static final VarHandle X;
  static final VarHandle STATIC;
  static final VarHandle ARRAY = MethodHandles.arrayElementVarHandle(int[].class);
  static final VarHandle BYTES =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.nativeOrder());
  static final VarHandle BUFFER =
      MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.nativeOrder());

  static {
    try {
      X = MethodHandles.lookup().findVarHandle(Box.class, "x", int.class);
      STATIC = MethodHandles.lookup().findStaticVarHandle(Box.class, "common", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private HandleRows() {}

  /** Has the variable that the handles are for. */
  static final class Box {
    static int common;
    int x;
    int other;
    int opaque;
  }

  static void add(Table t) {
    simple(t);
    swaps(t);
    exchanges(t);
    weak(t);
    additions(t);
    bits(t);
  }

  static void order(Table t, String row, String what, Step<Box> release, Step<Box> acquire) {
    t.clean(row, what, Box::new, release, acquire);
  }

  static void none(Table t, String row, String what, Step<Box> release, Step<Box> acquire) {
    t.racy(row, what, Box::new, release, acquire);
  }

  static void publish(Box b) {
    X.setVolatile(b, 1);
  }

  private static void see(Box b) {
    LanguageRows.keep((int) X.getVolatile(b));
  }

  /** Plain accesses of a field of its own, so that other cases' accesses are not mixed in. */
  static final class PlainBox {
    static final VarHandle PLAIN;
    static final VarHandle MIXED;
    static final VarHandle CALM;
    int plain;
    int mixed;
    int calm;

    static {
      try {
        PLAIN = MethodHandles.lookup().findVarHandle(PlainBox.class, "plain", int.class);
        MIXED = MethodHandles.lookup().findVarHandle(PlainBox.class, "mixed", int.class);
        CALM = MethodHandles.lookup().findVarHandle(PlainBox.class, "calm", int.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }
  }

  private static void simple(Table t) {
    t.racy(
            "V01",
            "set, then get",
            PlainBox::new,
            b -> PlainBox.PLAIN.set(b, 1),
            b -> LanguageRows.keep((int) PlainBox.PLAIN.get(b)))
        .races(PlainBox.class.getName() + ".plain");
    t.racy(
        "V02",
        "setOpaque, then getOpaque",
        PlainBox::new,
        b -> PlainBox.CALM.setOpaque(b, 1),
        b -> LanguageRows.keep((int) PlainBox.CALM.getOpaque(b)));
    t.racy(
            "V02",
            "setOpaque, then a plain read",
            PlainBox::new,
            b -> PlainBox.MIXED.setOpaque(b, 1),
            b -> LanguageRows.keep(b.mixed))
        .races(PlainBox.class.getName() + ".mixed");
    order(
        t,
        "V03",
        "setRelease, then getAcquire",
        b -> X.setRelease(b, 1),
        b -> LanguageRows.keep((int) X.getAcquire(b)));
    order(t, "V03", "setRelease, then getVolatile", b -> X.setRelease(b, 1), HandleRows::see);
    order(
        t,
        "V03",
        "setVolatile, then getAcquire",
        HandleRows::publish,
        b -> LanguageRows.keep((int) X.getAcquire(b)));
    none(
        t,
        "V03",
        "setRelease, then getOpaque",
        b -> X.setRelease(b, 1),
        b -> LanguageRows.keep((int) X.getOpaque(b)));
    none(
        t,
        "V03",
        "setOpaque, then getAcquire",
        b -> X.setOpaque(b, 1),
        b -> LanguageRows.keep((int) X.getAcquire(b)));
    order(t, "V04", "setVolatile, then getVolatile", HandleRows::publish, HandleRows::see);
    order(
        t,
        "V04",
        "static variable",
        b -> STATIC.setVolatile(1),
        b -> LanguageRows.keep((int) STATIC.getVolatile()));
    none(t, "V04", "setVolatile, then setVolatile", HandleRows::publish, HandleRows::publish);
    none(t, "V04", "getVolatile, then setVolatile", HandleRows::see, HandleRows::publish);
    none(t, "V04", "another object", HandleRows::publish, b -> see(new Box()));
  }

  private static void swaps(Table t) {
    order(
        t,
        "V05",
        "compareAndSet, then getVolatile",
        b -> won(X.compareAndSet(b, 0, 1)),
        HandleRows::see);
    order(
        t,
        "V05",
        "setVolatile, then compareAndSet",
        HandleRows::publish,
        b -> won(X.compareAndSet(b, 1, 2)));
    order(
        t,
        "V06",
        "setVolatile, then compareAndSet that fails",
        HandleRows::publish,
        b -> won(!X.compareAndSet(b, 5, 6)));
    none(
        t,
        "V06",
        "compareAndSet that fails, then getVolatile",
        b -> won(!X.compareAndSet(b, 5, 6)),
        HandleRows::see);
    none(
        t,
        "V05",
        "compareAndSet of another object",
        b -> won(X.compareAndSet(b, 0, 1)),
        b -> won(X.compareAndSet(new Box(), 0, 1)));
  }

  static void won(boolean condition) {
    if (!condition) {
      throw new IllegalStateException("another outcome than meant");
    }
  }

  private static void exchanges(Table t) {
    order(
        t,
        "V07",
        "compareAndExchange, then getVolatile",
        b -> won((int) X.compareAndExchange(b, 0, 1) == 0),
        HandleRows::see);
    order(
        t,
        "V07",
        "setVolatile, then compareAndExchange",
        HandleRows::publish,
        b -> won((int) X.compareAndExchange(b, 1, 2) == 1));
    none(
        t,
        "V07",
        "compareAndExchange that fails",
        b -> won((int) X.compareAndExchange(b, 5, 6) == 0),
        HandleRows::see);
    order(
        t,
        "V08",
        "setRelease, then compareAndExchangeAcquire",
        b -> X.setRelease(b, 1),
        b -> won((int) X.compareAndExchangeAcquire(b, 1, 2) == 1));
    none(
        t,
        "V08",
        "compareAndExchangeAcquire releases nothing",
        b -> won((int) X.compareAndExchangeAcquire(b, 0, 1) == 0),
        HandleRows::see);
    order(
        t,
        "V09",
        "compareAndExchangeRelease, then getAcquire",
        b -> won((int) X.compareAndExchangeRelease(b, 0, 1) == 0),
        b -> LanguageRows.keep((int) X.getAcquire(b)));
    none(
        t,
        "V09",
        "compareAndExchangeRelease acquires nothing",
        HandleRows::publish,
        b -> won((int) X.compareAndExchangeRelease(b, 1, 2) == 1));
    none(
        t,
        "V09",
        "compareAndExchangeRelease that fails",
        b -> won((int) X.compareAndExchangeRelease(b, 5, 6) == 0),
        HandleRows::see);
  }

  private static void weak(Table t) {
    order(
        t,
        "V10",
        "weakCompareAndSet, then getVolatile",
        b -> spin(() -> X.weakCompareAndSet(b, 0, 1)),
        HandleRows::see);
    order(
        t,
        "V10",
        "setVolatile, then weakCompareAndSet",
        HandleRows::publish,
        b -> spin(() -> X.weakCompareAndSet(b, 1, 2)));
    none(
        t,
        "V11",
        "weakCompareAndSetPlain",
        b -> spin(() -> X.weakCompareAndSetPlain(b, 0, 1)),
        HandleRows::see);
    none(
        t,
        "V11",
        "weakCompareAndSetPlain after setVolatile",
        HandleRows::publish,
        b -> spin(() -> X.weakCompareAndSetPlain(b, 1, 2)));
    order(
        t,
        "V12",
        "setRelease, then weakCompareAndSetAcquire",
        b -> X.setRelease(b, 1),
        b -> spin(() -> X.weakCompareAndSetAcquire(b, 1, 2)));
    none(
        t,
        "V12",
        "weakCompareAndSetAcquire releases nothing",
        b -> spin(() -> X.weakCompareAndSetAcquire(b, 0, 1)),
        HandleRows::see);
    order(
        t,
        "V12",
        "weakCompareAndSetRelease, then getAcquire",
        b -> spin(() -> X.weakCompareAndSetRelease(b, 0, 1)),
        b -> LanguageRows.keep((int) X.getAcquire(b)));
    none(
        t,
        "V12",
        "weakCompareAndSetRelease acquires nothing",
        HandleRows::publish,
        b -> spin(() -> X.weakCompareAndSetRelease(b, 1, 2)));
  }

  /** Tries again while it fails for no reason. */
  private static void spin(java.util.function.BooleanSupplier attempt) {
    while (!attempt.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }

  private static void additions(Table t) {
    order(t, "V13", "getAndSet, then getVolatile", b -> X.getAndSet(b, 1), HandleRows::see);
    order(t, "V13", "getAndAdd, both ways", b -> X.getAndAdd(b, 1), b -> X.getAndAdd(b, 1));
    order(
        t,
        "V14",
        "setRelease, then getAndSetAcquire",
        b -> X.setRelease(b, 1),
        b -> X.getAndSetAcquire(b, 2));
    order(
        t,
        "V14",
        "setRelease, then getAndAddAcquire",
        b -> X.setRelease(b, 1),
        b -> X.getAndAddAcquire(b, 2));
    none(
        t,
        "V14",
        "getAndSetAcquire releases nothing",
        b -> X.getAndSetAcquire(b, 2),
        HandleRows::see);
    none(
        t,
        "V14",
        "getAndAddAcquire releases nothing",
        b -> X.getAndAddAcquire(b, 2),
        HandleRows::see);
    order(
        t,
        "V15",
        "getAndSetRelease, then getAcquire",
        b -> X.getAndSetRelease(b, 1),
        b -> LanguageRows.keep((int) X.getAcquire(b)));
    order(
        t,
        "V15",
        "getAndAddRelease, then getAcquire",
        b -> X.getAndAddRelease(b, 1),
        b -> LanguageRows.keep((int) X.getAcquire(b)));
    none(
        t,
        "V15",
        "getAndSetRelease acquires nothing",
        HandleRows::publish,
        b -> X.getAndSetRelease(b, 2));
    none(
        t,
        "V15",
        "getAndAddRelease acquires nothing",
        HandleRows::publish,
        b -> X.getAndAddRelease(b, 2));
  }

  private static void bits(Table t) {
    order(
        t,
        "V13",
        "getAndBitwiseOr, then Xor",
        b -> X.getAndBitwiseOr(b, 1),
        b -> X.getAndBitwiseXor(b, 1));
    order(
        t,
        "V13",
        "getAndBitwiseAnd, then Or",
        b -> X.getAndBitwiseAnd(b, 1),
        b -> X.getAndBitwiseOr(b, 1));
    order(
        t,
        "V14",
        "setRelease, then getAndBitwiseOrAcquire",
        b -> X.setRelease(b, 1),
        b -> X.getAndBitwiseOrAcquire(b, 2));
    none(
        t,
        "V14",
        "getAndBitwiseXorAcquire releases nothing",
        b -> X.getAndBitwiseXorAcquire(b, 2),
        HandleRows::see);
    order(
        t,
        "V15",
        "getAndBitwiseAndRelease, then getAcquire",
        b -> X.getAndBitwiseAndRelease(b, 1),
        b -> LanguageRows.keep((int) X.getAcquire(b)));
    none(
        t,
        "V15",
        "getAndBitwiseOrRelease acquires nothing",
        HandleRows::publish,
        b -> X.getAndBitwiseOrRelease(b, 2));
  }
}
