package io.racewatch.code.summary;

import io.racewatch.code.facts.Path;
import io.racewatch.code.facts.Path.Kind;
import io.racewatch.code.facts.Paths;
import java.util.Arrays;

/**
 * A set of things that order threads: fields that stand for themselves in all objects, as bits, and
 * objects as a method sees them. Immutable. The bits mean the same in every method, so most sets
 * are the same for a caller and are not copied.
 */
final class Signalled {
  static final Signalled NONE = new Signalled(new long[0], new Path[0], new int[0]);

  /** Objects kept beside the fields. */
  private static final int KEPT = 24;

  private final long[] fields;
  private final Path[] objects;

  /** Of objects that are in a field, the number of the field; else -1. */
  private final int[] numbers;

  private Signalled(long[] fields, Path[] objects, int[] numbers) {
    this.fields = fields;
    this.objects = objects;
    this.numbers = numbers;
  }

  /** One field, in whatever object. */
  static Signalled field(String name, OrderNames names) {
    int number = names.of(name);
    long[] fields = new long[(number >> 6) + 1];
    fields[number >> 6] = 1L << number;
    return new Signalled(fields, NONE.objects, NONE.numbers);
  }

  /** One object that can be told from others. */
  static Signalled object(Path object, OrderNames names) {
    if (object.is(Kind.STATIC)) {
      return field(object.name(), names);
    }
    int number = number(object, names);
    return new Signalled(NONE.fields, new Path[] {object}, new int[] {number});
  }

  boolean isEmpty() {
    return fields.length == 0 && objects.length == 0;
  }

  /** Whether something is in both. */
  boolean meets(Signalled other) {
    for (int i = Math.min(fields.length, other.fields.length) - 1; i >= 0; i--) {
      if ((fields[i] & other.fields[i]) != 0) {
        return true;
      }
    }
    return holdsOneOf(other) || other.holdsOneOf(this);
  }

  private boolean holdsOneOf(Signalled other) {
    for (int i = 0; i < other.objects.length; i++) {
      int number = other.numbers[i];
      boolean known = number >= 0 && has(number);
      for (int j = 0; j < objects.length && !known; j++) {
        known = objects[j] == other.objects[i] || number >= 0 && numbers[j] == number;
      }
      if (known) {
        return true;
      }
    }
    return false;
  }

  private boolean has(int number) {
    return number >> 6 < fields.length && (fields[number >> 6] >> number & 1) != 0;
  }

  /** Both together; this itself if the other adds nothing. */
  Signalled and(Signalled other) {
    if (other.isEmpty() || other == this) {
      return this;
    }
    if (isEmpty()) {
      return other;
    }
    long[] bits = bits(other);
    int more = 0;
    for (Path each : other.objects) {
      more += index(each) < 0 ? 1 : 0;
    }
    more = Math.min(more, KEPT - objects.length);
    if (bits == fields && more <= 0) {
      return this;
    }
    if (more <= 0) {
      return new Signalled(bits, objects, numbers);
    }
    Path[] all = Arrays.copyOf(objects, objects.length + more);
    int[] its = Arrays.copyOf(numbers, all.length);
    int at = objects.length;
    for (int i = 0; i < other.objects.length && at < all.length; i++) {
      if (index(other.objects[i]) < 0) {
        all[at] = other.objects[i];
        its[at++] = other.numbers[i];
      }
    }
    return new Signalled(bits, all, its);
  }

  private long[] bits(Signalled other) {
    boolean adds = false;
    for (int i = 0; i < other.fields.length; i++) {
      adds |= i >= fields.length ? other.fields[i] != 0 : (other.fields[i] & ~fields[i]) != 0;
    }
    if (!adds) {
      return fields;
    }
    long[] bits = Arrays.copyOf(fields, Math.max(fields.length, other.fields.length));
    for (int i = 0; i < other.fields.length; i++) {
      bits[i] |= other.fields[i];
    }
    return bits;
  }

  private int index(Path object) {
    for (int i = 0; i < objects.length; i++) {
      if (objects[i] == object) {
        return i;
      }
    }
    return -1;
  }

  /** The same as a caller sees it; objects that it does not know are left out. */
  Signalled in(Paths.Substitution caller, OrderNames names) {
    if (objects.length == 0) {
      return this;
    }
    Path[] seen = new Path[objects.length];
    int[] its = new int[objects.length];
    int count = 0;
    long[] bits = fields;
    for (int i = 0; i < objects.length; i++) {
      Path each = objects[i];
      Path object = Orders.name(caller.of(each));
      if (object != null && !object.is(Kind.STATIC)) {
        seen[count] = object;
        its[count] = object == each ? numbers[i] : number(object, names);
        count += isNew(seen, count) ? 1 : 0;
      } else if (object != null || each.is(Kind.FIELD)) {
        bits = with(bits, object == null ? numbers[i] : names.of(object.name()));
      }
    }
    boolean same = bits == fields && count == objects.length;
    for (int i = 0; i < count && same; i++) {
      same = seen[i] == objects[i];
    }
    return same ? this : new Signalled(bits, Arrays.copyOf(seen, count), Arrays.copyOf(its, count));
  }

  private static int number(Path object, OrderNames names) {
    return object.is(Kind.FIELD) ? names.of(object.name()) : -1;
  }

  private static boolean isNew(Path[] all, int at) {
    for (int i = 0; i < at; i++) {
      if (all[i] == all[at]) {
        return false;
      }
    }
    return true;
  }

  private static long[] with(long[] bits, int number) {
    boolean known = number >> 6 < bits.length && (bits[number >> 6] >> number & 1) != 0;
    if (known) {
      return bits;
    }
    long[] more = Arrays.copyOf(bits, Math.max(bits.length, (number >> 6) + 1));
    more[number >> 6] |= 1L << number;
    return more;
  }
}
