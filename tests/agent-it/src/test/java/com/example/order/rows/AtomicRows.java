package com.example.order.rows;

import static com.example.order.rows.HandleRows.won;
import static com.example.order.rows.LanguageRows.keep;

import com.example.order.Table;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/** V20 to V30: atomic variables, updaters, adders, {@code Unsafe}, call sites. */
final class AtomicRows {
  private AtomicRows() {}

  static void add(Table t) {
    integers(t);
    others(t);
    modes(t);
    exchanges(t);
    updates(t);
    moreUpdates(t);
    arrays(t);
  }

  private static void integers(Table t) {
    Supplier<AtomicInteger> zero = AtomicInteger::new;
    t.clean("V20", "set, then get", zero, a -> a.set(1), a -> keep(a.get()));
    t.clean(
        "V20",
        "incrementAndGet, both ways",
        zero,
        a -> a.incrementAndGet(),
        a -> a.incrementAndGet());
    t.clean(
        "V20",
        "getAndIncrement, then intValue",
        zero,
        a -> a.getAndIncrement(),
        a -> keep(a.intValue()));
    t.clean(
        "V20",
        "getAndAdd, then decrementAndGet",
        zero,
        a -> a.getAndAdd(2),
        a -> a.decrementAndGet());
    t.clean(
        "V20",
        "addAndGet, then getAndDecrement",
        zero,
        a -> a.addAndGet(2),
        a -> a.getAndDecrement());
    t.clean("V20", "getAndSet, both ways", zero, a -> a.getAndSet(2), a -> a.getAndSet(3));
    t.clean(
        "V20",
        "compareAndSet, both ways",
        zero,
        a -> won(a.compareAndSet(0, 1)),
        a -> won(a.compareAndSet(1, 2)));
    t.clean(
        "V20", "by method references", zero, AtomicInteger::incrementAndGet, AtomicInteger::get);
    t.clean("V20", "through Number", zero, a -> a.set(1), a -> keep(((Number) a).intValue()));
    t.clean(
        "V06",
        "set, then compareAndSet that fails",
        zero,
        a -> a.set(1),
        a -> won(!a.compareAndSet(5, 6)));
    t.racy(
        "V06",
        "AtomicInteger.compareAndSet that fails, then get",
        zero,
        a -> won(!a.compareAndSet(5, 6)),
        a -> keep(a.get()));
    t.racy("V20", "set, then set", zero, a -> a.set(1), a -> a.set(2));
    t.racy("V20", "get, then get", zero, a -> keep(a.get()), a -> keep(a.get()));
    t.racy("V20", "another object", zero, a -> a.set(1), a -> keep(new AtomicInteger().get()));
  }

  private static void others(Table t) {
    t.clean("V20", "AtomicLong", AtomicLong::new, a -> a.incrementAndGet(), a -> keep(a.get()));
    t.clean(
        "V20",
        "AtomicLong.compareAndSet",
        AtomicLong::new,
        a -> won(a.compareAndSet(0, 1)),
        a -> keep(a.longValue()));
    t.clean("V20", "AtomicBoolean", AtomicBoolean::new, a -> a.set(true), a -> won(a.get()));
    t.clean(
        "V20",
        "AtomicBoolean.compareAndSet",
        AtomicBoolean::new,
        a -> won(a.compareAndSet(false, true)),
        a -> won(a.getAndSet(false)));
    t.clean(
        "V20",
        "AtomicReference",
        AtomicReference<Object>::new,
        a -> a.set("new"),
        a -> keep(a.get()));
    t.clean(
        "V20",
        "AtomicReference.compareAndSet",
        AtomicReference<Object>::new,
        a -> won(a.compareAndSet(null, "new")),
        a -> keep(a.getAndSet("newer")));
    t.racy(
        "V06",
        "AtomicReference.compareAndSet that fails",
        AtomicReference<Object>::new,
        a -> won(!a.compareAndSet("no", "new")),
        a -> keep(a.get()));
    t.racy(
        "V06",
        "AtomicBoolean.compareAndSet that fails",
        AtomicBoolean::new,
        a -> won(!a.compareAndSet(true, false)),
        a -> keep(a.get()));
  }

  private static void modes(Table t) {
    Supplier<AtomicInteger> zero = AtomicInteger::new;
    t.clean("V21", "lazySet, then get", zero, a -> a.lazySet(1), a -> keep(a.get()));
    t.clean(
        "V21",
        "setRelease, then getAcquire",
        zero,
        a -> a.setRelease(1),
        a -> keep(a.getAcquire()));
    t.racy(
        "V21", "setOpaque, then getAcquire", zero, a -> a.setOpaque(1), a -> keep(a.getAcquire()));
    t.racy(
        "V21", "setRelease, then getOpaque", zero, a -> a.setRelease(1), a -> keep(a.getOpaque()));
    t.racy("V21", "set, then getPlain", zero, a -> a.set(1), a -> keep(a.getPlain()))
        .races("java.util.concurrent.atomic.AtomicInteger.value");
    t.racy("V21", "setPlain, then get", zero, a -> a.setPlain(1), a -> keep(a.get()))
        .races("java.util.concurrent.atomic.AtomicInteger.value");
    t.clean(
        "V21",
        "AtomicReference.setRelease",
        AtomicReference<Object>::new,
        a -> a.setRelease("new"),
        a -> keep(a.getAcquire()));
    t.racy(
            "V21",
            "AtomicReference.getPlain",
            AtomicReference<Object>::new,
            a -> a.set("new"),
            a -> keep(a.getPlain()))
        .races("java.util.concurrent.atomic.AtomicReference.value");
    t.clean(
        "V21", "AtomicLong.lazySet", AtomicLong::new, a -> a.lazySet(1), a -> keep(a.getAcquire()));
    t.clean(
        "V21",
        "AtomicBoolean.lazySet",
        AtomicBoolean::new,
        a -> a.lazySet(true),
        a -> keep(a.getAcquire()));
  }

  @SuppressWarnings("deprecation")
  private static void exchanges(Table t) {
    Supplier<AtomicInteger> zero = AtomicInteger::new;
    t.clean(
        "V07",
        "AtomicInteger.compareAndExchange",
        zero,
        a -> won(a.compareAndExchange(0, 1) == 0),
        a -> keep(a.get()));
    t.racy(
        "V07",
        "AtomicInteger.compareAndExchange that fails",
        zero,
        a -> won(a.compareAndExchange(5, 1) == 0),
        a -> keep(a.get()));
    t.racy(
        "V08",
        "AtomicInteger.compareAndExchangeAcquire releases nothing",
        zero,
        a -> won(a.compareAndExchangeAcquire(0, 1) == 0),
        a -> keep(a.get()));
    t.racy(
        "V09",
        "AtomicInteger.compareAndExchangeRelease acquires nothing",
        zero,
        a -> a.set(1),
        a -> won(a.compareAndExchangeRelease(1, 2) == 1));
    t.clean(
        "V10",
        "AtomicInteger.weakCompareAndSetVolatile",
        zero,
        a -> won(a.weakCompareAndSetVolatile(0, 1)),
        a -> keep(a.get()));
    t.racy(
        "V11",
        "AtomicInteger.weakCompareAndSet",
        zero,
        a -> won(a.weakCompareAndSet(0, 1)),
        a -> keep(a.get()));
    t.racy(
        "V11",
        "AtomicInteger.weakCompareAndSetPlain",
        zero,
        a -> won(a.weakCompareAndSetPlain(0, 1)),
        a -> keep(a.get()));
    t.clean(
        "V12",
        "AtomicInteger.weakCompareAndSetRelease",
        zero,
        a -> won(a.weakCompareAndSetRelease(0, 1)),
        a -> keep(a.getAcquire()));
    t.racy(
        "V12",
        "AtomicInteger.weakCompareAndSetAcquire releases nothing",
        zero,
        a -> won(a.weakCompareAndSetAcquire(0, 1)),
        a -> keep(a.get()));
  }

  private static void updates(Table t) {
    Supplier<AtomicInteger> zero = AtomicInteger::new;
    t.clean(
        "V22",
        "updateAndGet, both ways",
        zero,
        a -> a.updateAndGet(v -> v + 1),
        a -> a.updateAndGet(v -> v + 1));
    t.clean(
        "V22",
        "accumulateAndGet, then get",
        zero,
        a -> a.accumulateAndGet(1, Integer::sum),
        a -> keep(a.get()));
    t.clean(
        "V22",
        "getAndUpdate of a long",
        AtomicLong::new,
        a -> a.getAndUpdate(v -> v + 1),
        a -> a.getAndAccumulate(1, Long::sum));
    t.clean(
        "V22",
        "updateAndGet of a reference",
        AtomicReference<Object>::new,
        a -> a.updateAndGet(v -> "new"),
        a -> keep(a.get()));
    t.clean(
        "V22",
        "the function sees what the value brings along",
        m -> {
          AtomicReference<Object> shared = new AtomicReference<>();
          m.inOrder(
              () -> {
                m.first();
                shared.set("new");
              },
              () ->
                  shared.updateAndGet(
                      v -> {
                        m.second();
                        return v;
                      }));
        });
  }

  private static void moreUpdates(Table t) {
    t.clean(
        "V22",
        "what the function did is published",
        m -> {
          AtomicReference<Object> shared = new AtomicReference<>();
          m.inOrder(
              () ->
                  shared.getAndUpdate(
                      v -> {
                        m.first();
                        return "new";
                      }),
              () -> {
                keep(shared.get());
                m.second();
              });
        });
  }

  private static void arrays(Table t) {
    Supplier<AtomicIntegerArray> ints = () -> new AtomicIntegerArray(4);
    t.clean("V23", "int element", ints, a -> a.set(1, 1), a -> keep(a.get(1)));
    t.clean(
        "V23",
        "int element, updated",
        ints,
        a -> a.incrementAndGet(1),
        a -> a.updateAndGet(1, v -> v + 1));
    t.clean(
        "V23",
        "int element, compareAndSet",
        ints,
        a -> won(a.compareAndSet(1, 0, 1)),
        a -> keep(a.getAcquire(1)));
    t.racy(
        "V23",
        "int element, compareAndSet that fails",
        ints,
        a -> won(!a.compareAndSet(1, 5, 1)),
        a -> keep(a.get(1)));
    t.racy("V23", "another int element", ints, a -> a.set(1, 1), a -> keep(a.get(2)));
    Supplier<AtomicLongArray> longs = () -> new AtomicLongArray(4);
    t.clean("V23", "long element", longs, a -> a.lazySet(1, 1), a -> keep(a.get(1)));
    t.racy("V23", "another long element", longs, a -> a.addAndGet(1, 1), a -> keep(a.get(0)));
    Supplier<AtomicReferenceArray<Object>> references = () -> new AtomicReferenceArray<>(4);
    t.clean(
        "V23", "reference element", references, a -> a.getAndSet(1, "new"), a -> keep(a.get(1)));
    t.racy(
        "V23", "another reference element", references, a -> a.set(1, "new"), a -> keep(a.get(3)));
    t.racy("V23", "opaque element", references, a -> a.setOpaque(1, "new"), a -> keep(a.get(1)));
  }
}
