package com.example.order.rows;

import static com.example.order.rows.HandleRows.won;
import static com.example.order.rows.LanguageRows.keep;

import com.example.order.Step;
import com.example.order.Table;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MutableCallSite;
import java.lang.invoke.VolatileCallSite;
import java.lang.reflect.Field;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import java.util.concurrent.atomic.AtomicMarkableReference;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.concurrent.atomic.AtomicStampedReference;
import java.util.concurrent.atomic.DoubleAccumulator;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** V24 to V30: field updaters, pairs, adders, {@code Unsafe}, call sites. */
final class AtomicFieldRows {

  private AtomicFieldRows() {}

  static void add(Table t) {
    updaters(t);
    pairs(t);
    adders(t);
    unsafe(t);
    callSites(t);
  }

  /** Fields for updaters. */
  static final class Fields {
    static final AtomicIntegerFieldUpdater<Fields> INT =
        AtomicIntegerFieldUpdater.newUpdater(Fields.class, "number");
    static final AtomicLongFieldUpdater<Fields> LONG =
        AtomicLongFieldUpdater.newUpdater(Fields.class, "wide");
    static final AtomicReferenceFieldUpdater<Fields, Object> REFERENCE =
        AtomicReferenceFieldUpdater.newUpdater(Fields.class, Object.class, "reference");
    volatile int number;
    volatile long wide;
    volatile Object reference;
    int plain;
  }

  private static void updaters(Table t) {
    t.clean(
        "V24",
        "updater, then updater",
        Fields::new,
        f -> Fields.INT.incrementAndGet(f),
        f -> keep(Fields.INT.get(f)));
    t.clean(
        "V24",
        "updater, then field",
        Fields::new,
        f -> won(Fields.INT.compareAndSet(f, 0, 1)),
        f -> keep(f.number));
    t.clean(
        "V24", "field, then updater", Fields::new, f -> f.number = 1, f -> keep(Fields.INT.get(f)));
    t.clean(
        "V24",
        "long updater, then field",
        Fields::new,
        f -> Fields.LONG.getAndAdd(f, 1),
        f -> keep(f.wide));
    t.clean(
        "V24",
        "reference updater, then field",
        Fields::new,
        f -> Fields.REFERENCE.lazySet(f, "new"),
        f -> keep(f.reference));
    t.clean(
        "V24",
        "field, then reference updater",
        Fields::new,
        f -> f.reference = "new",
        f -> keep(Fields.REFERENCE.getAndSet(f, "newer")));
    t.racy(
        "V24",
        "updater that fails, then field",
        Fields::new,
        f -> won(!Fields.INT.compareAndSet(f, 5, 6)),
        f -> keep(f.number));
    t.racy("V24", "another field", Fields::new, f -> Fields.INT.set(f, 1), f -> keep(f.wide));
    t.racy(
        "V24",
        "another object",
        Fields::new,
        f -> Fields.INT.set(f, 1),
        f -> keep(Fields.INT.get(new Fields())));
  }

  private static void pairs(Table t) {
    Supplier<AtomicMarkableReference<Object>> marked =
        () -> new AtomicMarkableReference<>(null, false);
    t.clean(
        "V25",
        "marked: set, then getReference",
        marked,
        a -> a.set("new", true),
        a -> keep(a.getReference()));
    t.clean(
        "V25",
        "marked: compareAndSet, then get",
        marked,
        a -> won(a.compareAndSet(null, "new", false, true)),
        a -> keep(a.get(new boolean[1])));
    t.clean(
        "V25",
        "marked: attemptMark, then isMarked",
        marked,
        a -> won(a.attemptMark(null, true)),
        a -> won(a.isMarked()));
    t.racy(
        "V25",
        "marked: compareAndSet that fails",
        marked,
        a -> won(!a.compareAndSet("x", "new", false, true)),
        a -> keep(a.getReference()));
    Supplier<AtomicStampedReference<Object>> stamped = () -> new AtomicStampedReference<>(null, 0);
    t.clean(
        "V25",
        "stamped: set, then getStamp",
        stamped,
        a -> a.set("new", 1),
        a -> keep(a.getStamp()));
    t.clean(
        "V25",
        "stamped: compareAndSet, then get",
        stamped,
        a -> won(a.compareAndSet(null, "new", 0, 1)),
        a -> keep(a.get(new int[1])));
    t.racy(
        "V25",
        "stamped: compareAndSet that fails",
        stamped,
        a -> won(!a.compareAndSet("x", "new", 0, 1)),
        a -> keep(a.getReference()));
  }

  private static void adders(Table t) {
    t.clean("V26", "LongAdder", LongAdder::new, a -> a.increment(), a -> keep(a.sum()));
    t.clean("V26", "DoubleAdder", DoubleAdder::new, a -> a.add(1), a -> keep(a.sumThenReset()));
    t.clean(
        "V26",
        "LongAccumulator",
        () -> new LongAccumulator(Long::max, 0),
        a -> a.accumulate(1),
        a -> keep(a.get()));
    t.clean(
        "V26",
        "DoubleAccumulator",
        () -> new DoubleAccumulator(Double::max, 0),
        a -> a.accumulate(1),
        a -> keep(a.getThenReset()));
    t.racy("V26", "adds on both sides", LongAdder::new, a -> a.increment(), a -> a.increment());
  }

  private static void unsafe(Table t) {
    sun.misc.Unsafe unsafe = theUnsafe();
    Step<Fields> put =
        f ->
            unsafe.putIntVolatile(
                f, unsafe.objectFieldOffset(Fields.class.getDeclaredField("number")), 1);
    Step<Fields> get =
        f ->
            keep(
                unsafe.getIntVolatile(
                    f, unsafe.objectFieldOffset(Fields.class.getDeclaredField("number"))));
    Step<Fields> swap =
        f ->
            won(
                unsafe.compareAndSwapInt(
                    f, unsafe.objectFieldOffset(Fields.class.getDeclaredField("number")), 0, 1));
    Step<Fields> lose =
        f ->
            won(
                !unsafe.compareAndSwapInt(
                    f, unsafe.objectFieldOffset(Fields.class.getDeclaredField("number")), 5, 1));
    Step<Fields> ordered =
        f ->
            unsafe.putOrderedInt(
                f, unsafe.objectFieldOffset(Fields.class.getDeclaredField("number")), 1);
    Step<Fields> plain =
        f -> unsafe.putInt(f, unsafe.objectFieldOffset(Fields.class.getDeclaredField("number")), 1);
    t.clean("V27", "putIntVolatile, then getIntVolatile", Fields::new, put, get);
    t.clean(
        "V27", "putIntVolatile, then the volatile field", Fields::new, put, f -> keep(f.number));
    t.clean("V27", "the volatile field, then getIntVolatile", Fields::new, f -> f.number = 1, get);
    t.clean(
        "V27",
        "compareAndSwapInt, then the volatile field",
        Fields::new,
        swap,
        f -> keep(f.number));
    t.clean(
        "V27", "putOrderedInt, then the volatile field", Fields::new, ordered, f -> keep(f.number));
    t.racy("V27", "compareAndSwapInt that fails", Fields::new, lose, get);
    t.racy("V27", "putInt, then getIntVolatile", Fields::new, plain, get)
        .races(Fields.class.getName() + ".number");
  }

  private static sun.misc.Unsafe theUnsafe() {
    try {
      Field field = sun.misc.Unsafe.class.getDeclaredField("theUnsafe");
      field.setAccessible(true);
      return (sun.misc.Unsafe) field.get(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void callSites(Table t) {
    t.racy(
        "V28",
        "MutableCallSite",
        () -> new MutableCallSite(MethodHandles.constant(int.class, 1)),
        s -> s.setTarget(MethodHandles.constant(int.class, 2)),
        s -> keep(s.getTarget()));
    t.clean(
        "V29",
        "MutableCallSite.syncAll",
        () -> new MutableCallSite(MethodHandles.constant(int.class, 1)),
        s -> {
          s.setTarget(MethodHandles.constant(int.class, 2));
          MutableCallSite.syncAll(new MutableCallSite[] {s});
        },
        s -> keep((int) s.dynamicInvoker().invokeExact()));
    t.clean(
        "V30",
        "VolatileCallSite",
        () -> new VolatileCallSite(MethodHandles.constant(int.class, 1)),
        s -> s.setTarget(MethodHandles.constant(int.class, 2)),
        s -> keep(s.getTarget()));
    t.clean(
        "V30",
        "VolatileCallSite invoked",
        () -> new VolatileCallSite(MethodHandles.constant(int.class, 1)),
        s -> s.setTarget(MethodHandles.constant(int.class, 2)),
        s -> keep((int) s.dynamicInvoker().invokeExact()));
    t.clean(
        "V30",
        "SwitchPoint",
        java.lang.invoke.SwitchPoint::new,
        s -> java.lang.invoke.SwitchPoint.invalidateAll(new java.lang.invoke.SwitchPoint[] {s}),
        s -> won(s.hasBeenInvalidated()));
  }
}
