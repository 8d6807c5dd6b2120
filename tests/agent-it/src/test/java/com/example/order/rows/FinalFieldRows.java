package com.example.order.rows;

import com.example.order.HiddenRwIgnored;
import com.example.order.Script;
import com.example.order.Table;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * F01 to F08: final fields of objects that are published without an order. What must race and what
 * must not are members of the published objects, one class for each case.
 */
final class FinalFieldRows {
  private FinalFieldRows() {}

  static void add(Table t) {
    frozen(t);
    notFrozen(t);
    kinds(t);
    deserialised(t);
  }

  /** Uses what was published. */
  private interface Use<T> {
    int of(T object);
  }

  /** Where objects are published without an order: the reference races. */
  private static final class Published<T> {
    private static final String RACES = FinalFieldRows.class.getName() + "$Published.object";
    private T object;
  }

  private static <T> Script published(Supplier<T> make, Use<T> use) {
    return m -> {
      Published<T> published = new Published<>();
      m.inOrder(() -> published.object = make.get(), () -> m.check(use.of(published.object) == 7));
    };
  }

  /** A final field, and things behind final fields. */
  static class Frozen {
    final int number = seven();
    final int[] array = new int[8];
    final List<Integer> list = new ArrayList<>();
    final Point point = new Point();

    Frozen() {
      array[3] = 7;
      list.add(7);
    }

    int fromArray() {
      return array[3];
    }
  }

  /** Not final itself. */
  static final class Point {
    private int x = seven();

    int getX() {
      return x;
    }
  }

  static int seven() {
    return 7;
  }

  private static void frozen(Table t) {
    t.clean("F01", "a final field", published(Frozen::new, f -> f.number)).races(Published.RACES);
    t.clean(
            "F01",
            "the same, but the reference races",
            m ->
                m.inOrder(
                    () -> Racing.reference = new Frozen(),
                    () -> m.check(Racing.reference.number == 7)))
        .races(Racing.class.getName() + ".reference");
    t.clean("F02", "an array behind it", published(Frozen::new, f -> f.array[3]));
    t.clean("F02", "an array, in a method", published(Frozen::new, Frozen::fromArray));
    t.clean("F02", "a list behind it", published(Frozen::new, f -> f.list.get(0)));
    t.clean("F02", "a field of an object behind it", published(Frozen::new, f -> f.point.x));
    t.clean(
        "F02", "the same, in a method of that object", published(Frozen::new, f -> f.point.getX()));
  }

  /** Where the reference itself races. */
  private static final class Racing {
    private static Frozen reference;
  }

  /** Written after its construction. */
  static final class Later {
    final int[] laterWritten = new int[8];
  }

  /** Not final. */
  static final class Plain {
    int notFinal = seven();
  }

  /** Seen before its constructor ends. */
  static final class Escaped {
    final int[] escaped = new int[8];

    Escaped(HiddenRwIgnored<Escaped> early) {
      early.set(this);
      escaped[3] = 7;
    }
  }

  private static void notFrozen(Table t) {
    t.clean(
            "F03",
            "the array, written after the constructor",
            published(
                () -> {
                  Later later = new Later();
                  later.laterWritten[3] = 7;
                  return later;
                },
                later -> later.laterWritten[3]))
        .races(Later.class.getName() + ".laterWritten[]");
    t.clean(
            "F04",
            "this escaped in the constructor",
            m -> {
              HiddenRwIgnored<Escaped> early = new HiddenRwIgnored<>();
              m.inOrder(() -> new Escaped(early), () -> m.check(early.get().escaped[3] == 7));
            })
        .races(Escaped.class.getName() + ".escaped[]");
    t.clean("F05", "a field that is not final", published(Plain::new, p -> p.notFinal))
        .races(Plain.class.getName() + ".notFinal");
    t.racy(
        "F08",
        "a freeze orders nothing else",
        m -> {
          HiddenRwIgnored<Frozen> hidden = new HiddenRwIgnored<>();
          m.inOrder(
              () -> {
                m.first();
                hidden.set(new Frozen());
              },
              () -> {
                m.check(hidden.get().number == 7);
                m.second();
              });
        });
  }

  /** A record. */
  record Pair(int left, int[] right) {}

  /** An enum with a field. */
  enum Weekday {
    SUNDAY(7);

    private final int number;

    Weekday(int number) {
      this.number = number;
    }
  }

  private static void kinds(Table t) {
    t.clean("F07", "a record", published(() -> new Pair(7, new int[7]), Pair::left));
    t.clean(
        "F07", "behind a record", published(() -> new Pair(7, new int[] {7}), p -> p.right()[0]));
    t.clean("F07", "an enum constant", published(() -> Weekday.SUNDAY, w -> w.number));
    t.clean("F07", "a string", published(() -> "7".repeat(7), String::length));
    t.clean("F07", "a boxed number", published(() -> Integer.valueOf(seven()), Integer::intValue));
    t.clean("F07", "a captured variable", published(FinalFieldRows::capturing, s -> s.get()));
    t.clean(
        "F07",
        "an anonymous class's captured variable",
        published(FinalFieldRows::anonymous, s -> s.get()));
  }

  private static Supplier<Integer> capturing() {
    int captured = seven();
    return () -> captured;
  }

  private static Supplier<Integer> anonymous() {
    int captured = seven();
    return new Supplier<>() {
      @Override
      public Integer get() {
        return captured;
      }
    };
  }

  /** Made by deserialisation. */
  static final class Stored implements Serializable {
    private static final long serialVersionUID = 1;
    private final int number = seven();
    private final int[] array = {seven()};
  }

  private static void deserialised(Table t) {
    t.clean("F06", "set by deserialisation", published(FinalFieldRows::copy, s -> s.number));
    t.clean("F06", "an array behind it", published(FinalFieldRows::copy, s -> s.array[0]));
  }

  private static Stored copy() {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      new ObjectOutputStream(bytes).writeObject(new Stored());
      byte[] written = bytes.toByteArray();
      return (Stored) new ObjectInputStream(new ByteArrayInputStream(written)).readObject();
    } catch (java.io.IOException | ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
