package io.racewatch.code.flow;

import java.util.Objects;

/**
 * What is known of a value in one method. Two values with a {@linkplain #isPath() path} that are
 * {@linkplain #alike alike} stand for one variable of the program, though its content may have
 * changed in between. Immutable.
 */
public final class Value implements org.objectweb.asm.tree.analysis.Value {
  /** Kinds of values. */
  public enum Kind {
    THIS,
    /** A parameter; {@link #index} is its local. */
    PARAMETER,
    STATIC,
    /** A field of {@link #base}. */
    FIELD,
    /** An element of {@link #base}. */
    ELEMENT,
    /** The result of the call at {@link #index}. */
    CALL,
    /** The object made at {@link #index}. */
    NEW,
    /** A class constant; {@link #owner} is the class. */
    CLASS,
    /** A constant; {@link #name} is its text. */
    CONSTANT,
    NULL,
    /** Computed at {@link #index}. */
    COMPUTED,
    /** Several, or nothing usable. */
    OTHER
  }

  private static final int DEEPEST = 4;

  static final Value ONE = new Value(Kind.OTHER, 1, null, null, null, null, -1, -1);
  static final Value TWO = new Value(Kind.OTHER, 2, null, null, null, null, -1, -1);

  private final Kind kind;
  private final int size;
  private final String type;
  private final Value base;
  private final String owner;
  private final String name;
  private final int index;
  private final int readAt;

  private Value(
      Kind kind,
      int size,
      String type,
      Value base,
      String owner,
      String name,
      int index,
      int readAt) {
    this.kind = kind;
    this.size = size;
    this.type = type;
    this.base = base;
    this.owner = owner;
    this.name = name;
    this.index = index;
    this.readAt = readAt;
  }

  private static int sizeOf(String type) {
    return type != null && (type.equals("J") || type.equals("D")) ? 2 : 1;
  }

  static Value indexed(Kind kind, String type, int index) {
    return new Value(kind, sizeOf(type), type, null, null, null, index, -1);
  }

  /** What an instruction computes. */
  public static Value computedAt(int index) {
    return indexed(Kind.COMPUTED, null, index);
  }

  static Value self(String type) {
    return new Value(Kind.THIS, 1, type, null, null, null, 0, -1);
  }

  static Value ofStatic(String type, String owner, String name, int readAt) {
    return new Value(Kind.STATIC, sizeOf(type), type, null, owner, name, 0, readAt);
  }

  static Value ofField(String type, Value base, String owner, String name, int readAt) {
    return base.depth() >= DEEPEST
        ? indexed(Kind.COMPUTED, type, readAt)
        : new Value(Kind.FIELD, sizeOf(type), type, base, owner, name, 0, readAt);
  }

  static Value ofElement(String type, Value base, int readAt) {
    return base.depth() >= DEEPEST
        ? indexed(Kind.COMPUTED, type, readAt)
        : new Value(Kind.ELEMENT, sizeOf(type), type, base, null, null, 0, readAt);
  }

  static Value ofClass(String owner) {
    return new Value(Kind.CLASS, 1, "Ljava/lang/Class;", null, owner, null, 0, -1);
  }

  static Value constant(String type, String text) {
    return new Value(Kind.CONSTANT, sizeOf(type), type, null, null, text, 0, -1);
  }

  static Value nothing() {
    return new Value(Kind.NULL, 1, null, null, null, null, 0, -1);
  }

  static Value unknown(int size) {
    return size == 2 ? TWO : ONE;
  }

  /** The same value under another static type. */
  Value as(String other) {
    return new Value(kind, size, other, base, owner, name, index, readAt);
  }

  private int depth() {
    return base == null ? 1 : 1 + base.depth();
  }

  public Kind kind() {
    return kind;
  }

  /** Static type as a descriptor; null if unknown. */
  public String type() {
    return type;
  }

  /** Internal name of the static type if it is a class; empty otherwise. */
  public String className() {
    return type != null && type.startsWith("L") ? type.substring(1, type.length() - 1) : "";
  }

  /** FIELD, ELEMENT: the object or array. */
  public Value base() {
    return base;
  }

  /** STATIC, FIELD: internal name of the declaring class; CLASS: of that class. */
  public String owner() {
    return owner;
  }

  /** STATIC, FIELD: the field; CONSTANT: the text. */
  public String name() {
    return name;
  }

  /** PARAMETER: its local; CALL, NEW, COMPUTED: the instruction that made it; -1 if several. */
  public int index() {
    return index;
  }

  /** STATIC, FIELD, ELEMENT: the instruction that read it; -1 if several. */
  public int readAt() {
    return readAt;
  }

  /** Whether the value names a variable or object in a way that other instructions can meet. */
  public boolean isPath() {
    return switch (kind) {
      case THIS, PARAMETER, STATIC, CLASS, NEW, CALL -> true;
      case FIELD, ELEMENT -> base.isPath();
      default -> false;
    };
  }

  /** Whether it was read from a field. */
  public boolean isField() {
    return kind == Kind.STATIC || kind == Kind.FIELD;
  }

  /** Whether it was read from this very field. */
  public boolean isField(String itsOwner, String itsName) {
    return isField() && owner.equals(itsOwner) && name.equals(itsName);
  }

  @Override
  public int getSize() {
    return size;
  }

  /** Whether both name one variable or object, also when read by different instructions. */
  public boolean alike(Value that) {
    return that == this
        || kind == that.kind
            && isPath()
            && index == that.index
            && Objects.equals(owner, that.owner)
            && Objects.equals(name, that.name)
            && (base == null ? that.base == null : that.base != null && base.alike(that.base));
  }

  /** Exact, so that a place that was lost in a meeting stays lost. */
  @Override
  public boolean equals(Object other) {
    return other == this
        || other instanceof Value that
            && kind == that.kind
            && size == that.size
            && index == that.index
            && readAt == that.readAt
            && Objects.equals(type, that.type)
            && Objects.equals(owner, that.owner)
            && Objects.equals(name, that.name)
            && Objects.equals(base, that.base);
  }

  /** Values that are alike but were read at different places: the place is lost. */
  Value meet(Value that) {
    String common = Objects.equals(type, that.type) ? type : null;
    Value under = base == null || base.equals(that.base) ? base : base.meet(that.base);
    return new Value(kind, size, common, under, owner, name, index, -1);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, index, owner, name);
  }

  @Override
  public String toString() {
    return switch (kind) {
      case FIELD -> base + "." + name;
      case ELEMENT -> base + "[]";
      case STATIC -> owner + "." + name;
      case CLASS -> owner + ".class";
      case THIS -> "this";
      default -> kind.name().toLowerCase(java.util.Locale.ROOT) + index;
    };
  }
}
