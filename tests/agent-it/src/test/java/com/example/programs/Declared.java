package com.example.programs;

import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Sealed and hidden classes, annotations, and who stands on the stack. */
final class Declared implements Runnable {
  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD, ElementType.TYPE_USE})
  private @interface Marked {
    String value() default "nothing";

    Class<?>[] types() default {};
  }

  @Marked("shape")
  private sealed interface Shape permits Round, Square {}

  private record Round(@Marked("radius") int radius) implements Shape {}

  @Marked(types = {int[].class, Map.class})
  private static final class Square implements Shape {
    @Marked("side")
    private volatile long side;

    @Deprecated(since = "3")
    private List<@Marked("element") String> names;

    @Marked("constructor is none")
    private <T extends Comparable<T>> T most(List<? super T> from, T otherwise) throws IOException {
      names = List.of(String.valueOf(from));
      side++;
      return otherwise;
    }
  }

  /** Defined again as a hidden class. */
  static final class Hidden implements Runnable {
    private int count;
    private static int all;

    @Override
    public void run() {
      count++;
      all += count;
      System.out.println(count + " " + all + " " + getClass().isHidden());
      System.out.println(getClass().getName().replaceAll("[/+].*", ""));
      System.out.println(getClass().getDeclaredFields().length);
    }
  }

  @Override
  public void run() {
    for (Class<?> type : List.of(Shape.class, Round.class, Square.class)) {
      System.out.println(type.isSealed() + Arrays.toString(type.getPermittedSubclasses()));
      System.out.println(Arrays.toString(type.getAnnotations()));
      for (Field field : type.getDeclaredFields()) {
        System.out.println(field.toGenericString() + Arrays.toString(field.getAnnotations()));
        System.out.println(field.getAnnotatedType());
      }
      for (Method method : type.getDeclaredMethods()) {
        if (method.getName().equals("most")) {
          System.out.println(method.toGenericString() + Arrays.toString(method.getAnnotations()));
        }
      }
    }
    System.out.println(switched(new Round(4)) + switched(new Square()));
    hidden();
    stack();
    monitors();
  }

  private static String switched(Shape shape) {
    return shape instanceof Round round ? "round " + round.radius() : "square";
  }

  private static void hidden() {
    String file = "Declared$Hidden.class";
    try (InputStream in = Declared.class.getResourceAsStream(file)) {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      Class<?> type = lookup.defineHiddenClass(in.readAllBytes(), true).lookupClass();
      Constructor<?> made = type.getDeclaredConstructor();
      made.setAccessible(true);
      Runnable hidden = (Runnable) made.newInstance();
      hidden.run();
      hidden.run();
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void stack() {
    StackWalker walker = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    Runnable lambda =
        () -> {
          List<String> frames = walker.walk(all -> all.map(Object::toString).toList());
          System.out.println(frames.toString().replaceAll("0x[0-9a-f]+", ""));
        };
    lambda.run();
    System.out.println(walker.getCallerClass());
    System.out.println(Thread.currentThread().getStackTrace().length);
    System.out.println(new Throwable().getStackTrace().length);
    try {
      Method method = Declared.class.getDeclaredMethod("reflected");
      System.out.println(method.invoke(null));
    } catch (ReflectiveOperationException e) {
      System.out.println(e + " " + e.getCause().getStackTrace()[0]);
    }
  }

  private static int reflected() {
    int[] none = null;
    return none[3];
  }

  private static void monitors() {
    Object monitor = new Object();
    ReentrantLock lock = new ReentrantLock();
    ReentrantReadWriteLock either = new ReentrantReadWriteLock();
    List<Runnable> wrong =
        List.of(
            monitor::notifyAll,
            () -> monitor.notify(),
            lock::unlock,
            () -> either.readLock().unlock(),
            () -> either.writeLock().unlock(),
            () -> lock.newCondition().signal(),
            () -> either.readLock().newCondition());
    for (Runnable one : wrong) {
      try {
        one.run();
      } catch (RuntimeException e) {
        System.out.println(e + " " + e.getStackTrace().length);
      }
    }
  }
}
