package com.example.programs;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Members, modifiers, nests, records, enums, annotations. */
final class SeenByReflection implements Runnable {
  static int shared = 3;

  @Deprecated private volatile long marked;
  protected final String name = "name";
  public transient int[] numbers = {1};
  private List<? extends Number> generic;

  private interface Shape {
    int SIDES = List.of(1, 2).size();

    default int sides() {
      return SIDES;
    }
  }

  private record Point(int x, List<String> y) implements Shape {}

  private enum Level implements Shape {
    LOW,
    HIGH {
      @Override
      public int sides() {
        return 9;
      }
    };

    private int uses;
  }

  private static class Base implements Cloneable {
    protected int inherited = 7;
    private int[] array = {1, 2};

    Base copy() {
      try {
        return (Base) clone();
      } catch (CloneNotSupportedException e) {
        throw new AssertionError(e);
      }
    }
  }

  private static final class Derived extends Base {
    private int inherited = 8;
  }

  @Override
  public void run() {
    Runnable lambda = () -> marked++;
    lambda.run();
    Stream.of(SeenByReflection.class, Shape.class, Point.class, Level.class, Base.class)
        .forEach(SeenByReflection::describe);
    describe(Derived.class);
    describe(Level.HIGH.getClass());
    values();
  }

  private void values() {
    try {
      Field field = SeenByReflection.class.getDeclaredField("marked");
      field.setAccessible(true);
      field.setLong(this, field.getLong(this) + 4);
      System.out.println("marked " + marked + " " + generic);
      Base copy = new Derived().copy();
      copy.inherited++;
      System.out.println(copy.inherited + " " + ((Derived) copy).inherited + copy.array.length);
      System.out.println(new Point(1, List.of("a")) + " " + new Point(2, null).hashCode());
      Level.HIGH.uses++;
      System.out.println(Level.valueOf("HIGH").uses + " " + Level.HIGH.sides());
      System.out.println(Arrays.toString(numbers.clone()) + name);
      Object created = Derived.class.getDeclaredConstructor().newInstance();
      System.out.println(created.getClass());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void describe(Class<?> type) {
    System.out.println(type + " " + Modifier.toString(type.getModifiers()) + type.isSynthetic());
    System.out.println(type.getNestHost() + " " + type.getEnclosingClass());
    print(type.getDeclaredFields(), Field::toGenericString);
    print(type.getFields(), Field::toString);
    print(type.getDeclaredMethods(), Method::toGenericString);
    print(type.getDeclaredConstructors(), Constructor::toGenericString);
    print(type.getDeclaredClasses(), Class::toGenericString);
    print(type.getNestMembers(), Class::toString);
    print(
        type.getDeclaredMethods(),
        m -> m.getName() + " " + Stream.of(m.getParameters()).map(Parameter::toString).toList());
    if (type.isRecord()) {
      print(type.getRecordComponents(), Object::toString);
    }
  }

  private static <T> void print(T[] members, Function<T, String> text) {
    Stream.of(members).map(text).sorted().forEach(line -> System.out.println("  " + line));
  }
}
