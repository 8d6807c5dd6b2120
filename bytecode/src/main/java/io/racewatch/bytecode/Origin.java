package io.racewatch.bytecode;

import org.objectweb.asm.tree.analysis.Value;

/**
 * Where a value on the operand stack or in a local came from, as far as one method shows it.
 * Immutable; equal by content.
 */
public final class Origin implements Value {
  /** Kinds of origins. */
  public enum Kind {
    /** A local that holds nothing usable here. */
    NONE,
    /** Not known, or several. */
    OTHER,
    /** The receiver of this method. */
    THIS,
    /** The receiver of a constructor before {@code super()}. */
    UNINITIALIZED_THIS,
    /** Read from a field. */
    FIELD,
    /** Read from an array that was read from a field. */
    ELEMENT,
    /** An array or a library object made in this method, or a view of one. */
    FRESH,
    /** A long that may be the stamp of an optimistic read, begun in this method. */
    STAMP,
    /** A class constant. */
    CLASS,
    /** Made by another tool for itself: no variable of the program. */
    FOREIGN
  }

  static final Origin NONE = new Origin(Kind.NONE, 1, null);
  static final Origin ONE = new Origin(Kind.OTHER, 1, null);
  static final Origin TWO = new Origin(Kind.OTHER, 2, null);
  static final Origin STAMP = new Origin(Kind.STAMP, 2, null);

  private final Kind kind;
  private final int size;
  private final String descriptor;
  private final String owner;
  private final String name;
  private final boolean viaFinal;
  private final int allocation;

  private Origin(Kind kind, int size, String descriptor) {
    this(kind, size, descriptor, null, null, false, -1);
  }

  private Origin(
      Kind kind,
      int size,
      String descriptor,
      String owner,
      String name,
      boolean viaFinal,
      int allocation) {
    this.kind = kind;
    this.size = size;
    this.descriptor = descriptor;
    this.owner = owner;
    this.name = name;
    this.viaFinal = viaFinal;
    this.allocation = allocation;
  }

  static Origin of(Kind kind, String descriptor) {
    return new Origin(kind, 1, descriptor);
  }

  static Origin value(String descriptor) {
    char first = descriptor.charAt(0);
    if (first == 'J' || first == 'D') {
      return TWO;
    }
    return first == 'L' || first == '[' ? of(Kind.OTHER, descriptor) : ONE;
  }

  static Origin field(String owner, String name, String descriptor, boolean isFinal) {
    return new Origin(Kind.FIELD, 1, descriptor, owner, name, isFinal, -1);
  }

  static Origin element(Origin array, String descriptor) {
    return new Origin(Kind.ELEMENT, 1, descriptor, array.owner, array.name, false, -1);
  }

  static Origin fresh(int allocation, String descriptor) {
    return new Origin(Kind.FRESH, 1, descriptor, null, null, false, allocation);
  }

  static Origin classConstant(String owner) {
    return new Origin(Kind.CLASS, 1, "Ljava/lang/Class;", owner, "class", false, -1);
  }

  /** The same origin under another static type. */
  Origin as(String type) {
    return new Origin(kind, size, type, owner, name, viaFinal, allocation);
  }

  /** What is left when two different origins meet. */
  Origin meet(Origin other) {
    if (kind == Kind.NONE || other.kind == Kind.NONE || size != other.size) {
      return NONE;
    }
    if (size == 2) {
      return kind == Kind.STAMP || other.kind == Kind.STAMP ? STAMP : TWO;
    }
    boolean sameType = descriptor != null && descriptor.equals(other.descriptor);
    return sameType ? of(Kind.OTHER, descriptor) : ONE;
  }

  public Kind kind() {
    return kind;
  }

  /** Static type of a reference as a descriptor; null if unknown. */
  public String descriptor() {
    return descriptor;
  }

  /** FIELD, ELEMENT: internal name of the class in the instruction; CLASS: that class. */
  public String owner() {
    return owner;
  }

  /** FIELD, ELEMENT: the field's name. */
  public String name() {
    return name;
  }

  /** FIELD: the field is final. */
  public boolean viaFinal() {
    return viaFinal;
  }

  /** FRESH: index of the instruction that made the object. */
  int allocation() {
    return allocation;
  }

  @Override
  public int getSize() {
    return size;
  }

  @Override
  public boolean equals(Object other) {
    return other == this || other instanceof Origin && same((Origin) other);
  }

  private boolean same(Origin that) {
    return kind == that.kind
        && size == that.size
        && viaFinal == that.viaFinal
        && allocation == that.allocation
        && equal(descriptor, that.descriptor)
        && equal(owner, that.owner)
        && equal(name, that.name);
  }

  private static boolean equal(String a, String b) {
    return a == null ? b == null : a.equals(b);
  }

  @Override
  public int hashCode() {
    return kind.ordinal() * 31 + allocation;
  }
}
