package io.racewatch.code.summary;

import io.racewatch.code.facts.Path;
import io.racewatch.code.facts.Path.Kind;
import io.racewatch.code.facts.Paths;

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
    int number = object.is(Kind.FIELD) ? names.of(object.name()) : -1;
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
    Path[] all = java.util.Arrays.copyOf(objects, objects.length + more);
    int[] its = java.util.Arrays.copyOf(numbers, all.length);
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
    long[] bits = java.util.Arrays.copyOf(fields, Math.max(fields.length, other.fields.length));
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
    Signalled seen = new Signalled(fields, NONE.objects, NONE.numbers);
    for (Path each : objects) {
      Path object = Orders.name(caller.of(each));
      if (object != null) {
        seen = seen.and(object(object, names));
      } else if (each.is(Kind.FIELD)) {
        seen = seen.and(field(each.name(), names));
      }
    }
    return seen;
  }
}
