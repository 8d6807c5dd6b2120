package com.example.programs;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import java.util.function.IntUnaryOperator;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** References to methods that are watched, in all kinds: results, exceptions, frames, classes. */
final class MethodReferences implements Runnable {
  private final ReentrantLock lock = new ReentrantLock();
  private final AtomicInteger number = new AtomicInteger(5);

  interface Marker {}

  interface Getter<T> {
    T fetch(T from);
  }

  interface Texts extends Getter<String> {
    @Override
    String fetch(String from);
  }

  interface Widening {
    long add(int more);
  }

  interface Failing {
    void run() throws Exception;
  }

  private static final class Telling extends HashMap<Object, Object> {
    private static final long serialVersionUID = 1;

    @Override
    public Object put(Object key, Object value) {
      frames();
      return super.put(key, value);
    }

    @Override
    public Object get(Object key) {
      throw new IllegalStateException("get");
    }
  }

  @Override
  public void run() {
    conversions();
    exceptions();
    shapes();
    Map<Object, Object> map = new Telling();
    BiFunction<Object, Object, Object> put = map::put;
    put.apply(1, 2);
  }

  private void conversions() {
    IntSupplier ints = number::incrementAndGet;
    LongSupplier longs = number::incrementAndGet;
    DoubleSupplier doubles = number::get;
    Supplier<Object> objects = number::get;
    Supplier<Number> numbers = number::get;
    Function<AtomicInteger, Integer> unbound = AtomicInteger::getAndIncrement;
    ToLongFunction<AtomicInteger> unboundLong = AtomicInteger::getAndIncrement;
    IntUnaryOperator operator = number::addAndGet;
    Function<Integer, Integer> boxed = number::addAndGet;
    IntConsumer dropping = number::addAndGet;
    Widening widening = number::addAndGet;
    dropping.accept(3);
    System.out.println(ints.getAsInt() + " " + longs.getAsLong() + " " + doubles.getAsDouble());
    System.out.println(objects.get().getClass() + " " + numbers.get());
    System.out.println(unbound.apply(number) + " " + unboundLong.applyAsLong(number));
    System.out.println(operator.applyAsInt(3) + " " + boxed.apply(4) + " " + widening.add(7));
    Map<String, String> map = new ConcurrentHashMap<>(Map.of("a", "b"));
    Texts texts = map::get;
    Getter<String> erased = texts;
    System.out.println(texts.fetch("a") + erased.fetch("a"));
  }

  private void exceptions() {
    Function<AtomicInteger, Integer> unbound = AtomicInteger::get;
    Function<Integer, Integer> boxed = number::addAndGet;
    Map<Object, Object> map = new Telling();
    Function<Object, Object> get = map::get;
    List<Failing> all =
        List.of(
            lock::unlock,
            lock.newCondition()::await,
            lock::notify,
            lock::wait,
            () -> get.apply(1),
            () -> unbound.apply(null),
            () -> boxed.apply(null),
            () -> unchecked(unbound).apply("text"),
            () -> unchecked(boxed).apply(5L),
            () -> reference(null).get());
    for (Failing one : all) {
      try {
        one.run();
      } catch (Exception e) {
        String where = Arrays.toString(own(e));
        System.out.println(e.toString().replaceAll("@[0-9a-f]+", "@") + " " + where);
      }
    }
  }

  @SuppressWarnings("unchecked") // on purpose
  private static Function<Object, Object> unchecked(Function<?, ?> function) {
    return (Function<Object, Object>) function;
  }

  private static Supplier<Integer> reference(AtomicInteger of) {
    return of::get;
  }

  private static Runnable capturingNothing() {
    return Thread::yield;
  }

  private void shapes() {
    Runnable marked = (Runnable & Marker) number::incrementAndGet;
    marked.run();
    Class<?> type = marked.getClass();
    System.out.println(marked instanceof Marker);
    System.out.println(type.isSynthetic() + " " + type.isHidden());
    System.out.println(Arrays.toString(type.getInterfaces()));
    System.out.println(type.getDeclaredFields().length + " " + type.getDeclaredMethods().length);
    System.out.println(type.getName().replaceAll("[$/.]?\\d*/0?x?\\w+$", ""));
    System.out.println(capturingNothing() == capturingNothing());
    System.out.println(reference(number) == reference(number));
  }

  private static void frames() {
    System.out.println(Arrays.toString(own(new Throwable())));
    List<String> names =
        StackWalker.getInstance()
            .walk(all -> all.limit(4).map(StackWalker.StackFrame::getMethodName).toList());
    System.out.println(names);
  }

  private static Object[] own(Throwable thrown) {
    return Arrays.stream(thrown.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith("com.example"))
        .map(frame -> frame.getMethodName() + ":" + frame.getLineNumber())
        .toArray();
  }
}
