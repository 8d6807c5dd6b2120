package io.racewatch.model.catalog;

/**
 * An instruction inside a body; the row takes effect there and not at the body's own entry and
 * exits.
 *
 * @param kind what the instruction does
 * @param owner internal name of the class in the instruction
 * @param name name of the method or field
 * @param descriptor of the called method; {@code *} for any, and for fields
 */
public record Place(Kind kind, String owner, String name, String descriptor) {
  /** Kinds of instructions. */
  public enum Kind {
    CALL,
    /** Reads a field of an object. */
    GET
  }

  private static final Words<Kind> KINDS = new Words<>(Kind.class, "place");

  /** Reads {@code call:java/lang/Runnable.run()V} or {@code get:java/util/Foo.bar}. */
  static Place parse(String text) {
    int colon = text.indexOf(':');
    int dot = text.indexOf('.');
    if (colon < 0 || dot < colon) {
      throw new IllegalArgumentException(
          "bad place '" + text + "' (write call:owner.name(descriptor) or get:owner.field)");
    }
    Kind kind = KINDS.parse(text.substring(0, colon));
    String owner = text.substring(colon + 1, dot);
    int open = text.indexOf('(');
    if (kind == Kind.CALL && open > dot) {
      String descriptor = text.substring(open);
      Descriptors.check(descriptor);
      return new Place(kind, owner, text.substring(dot + 1, open), descriptor);
    }
    return new Place(kind, owner, text.substring(dot + 1), "*");
  }

  /** Whether a method or field instruction is this place. */
  public boolean matches(String itsOwner, String itsName, String itsDescriptor) {
    return name.equals(itsName)
        && owner.equals(itsOwner)
        && (descriptor.equals("*") || descriptor.equals(itsDescriptor));
  }
}
