package io.racewatch.code.facts;

import java.util.Objects;
import org.objectweb.asm.tree.analysis.Value;

/**
 * A value on the operand stack or in a local.
 *
 * @param size slots it takes, 1 or 2
 * @param path where a reference came from; null for numbers
 * @param type internal name of what it is at least, or null; of a constant int, # and its value
 * @param attempt the lock that is held if this number is not 0; or null
 * @param refused the lock that is held if this number is 0; or null
 */
record Val(int size, Path path, String type, Held.Lock attempt, Held.Lock refused)
    implements Value {
  static final Val ONE = new Val(1, null, null, null);
  static final Val TWO = new Val(2, null, null, null);

  private Val(int size, Path path, String type, Held.Lock attempt) {
    this(size, path, type, attempt, null);
  }

  static Val attempt(int size, Held.Lock lock) {
    return new Val(size, null, null, lock);
  }

  static Val constant(int value) {
    return new Val(1, null, "#" + value, null);
  }

  static Val of(Path path) {
    return new Val(1, path, path.type(), null);
  }

  Val as(String other) {
    return new Val(1, path, other, null);
  }

  /** Written out, because frames are compared all the time; paths and most names are unique. */
  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof Val that
            && size == that.size
            && path == that.path
            && Objects.equals(type, that.type)
            && Objects.equals(attempt, that.attempt)
            && Objects.equals(refused, that.refused);
  }

  @Override
  public int hashCode() {
    return 31 * (path == null ? size : path.hashCode()) + (type == null ? 0 : type.hashCode());
  }

  @Override
  public int getSize() {
    return size;
  }

  /** What is known when both can be; null numbers stay numbers. */
  Val meet(Val other, Paths paths) {
    if (equals(other)) {
      return this;
    }
    if (size != other.size) {
      return ONE;
    }
    if (path == null || other.path == null) {
      return size == 2 ? TWO : ONE;
    }
    if (path.is(Path.Kind.NULL)) {
      return other;
    }
    if (other.path.is(Path.Kind.NULL)) {
      return this;
    }
    String common = Objects.equals(type, other.type) ? type : null;
    if (path == other.path) {
      return as(common);
    }
    return Val.of(paths.unknown(common));
  }
}
