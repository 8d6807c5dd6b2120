package io.racewatch.runtime;

import java.nio.ByteBuffer;

/**
 * Which variable a VarHandle, a field updater or Unsafe reaches: read from the handle's own fields,
 * so that a volatile field and every handle on it share one clock.
 */
final class HandleVars {
  private static final Offsets VAR_OFFSET = new Offsets("fieldOffset");
  private static final Offsets VAR_BASE = new Offsets("base");
  private static final Offsets UPDATER_OFFSET = new Offsets("offset");
  private static final Offsets TARGET = new Offsets("target");
  private static final Offsets LAZY_CLASS = new Offsets("refc");
  private static final Layouts ELEMENTS = new Layouts();
  private static final Widths WIDTHS = new Widths();
  private static final long BUFFER_ARRAY = Internals.offset(ByteBuffer.class, "hb");
  private static final long BUFFER_OFFSET = Internals.offset(ByteBuffer.class, "offset");
  private static final long ADDRESS = Internals.offset(java.nio.Buffer.class, "address");
  private static final Offsets ATTACHED = new Offsets("att");

  private HandleVars() {}

  /** Offsets of a field by its name in a class or one of its superclasses. */
  private static final class Offsets extends ClassValue<Long> {
    private final String field;

    Offsets(String field) {
      this.field = field;
    }

    @Override
    protected Long computeValue(Class<?> type) {
      for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
        long offset = Internals.offset(c, field);
        if (offset >= 0) {
          return offset;
        }
      }
      return -1L;
    }
  }

  /** How the elements of an array type lie. */
  private record Elements(long base, long scale) {
    long index(long offset) {
      return offset < base ? -1 : (offset - base) / scale;
    }
  }

  private static final class Layouts extends ClassValue<Elements> {
    @Override
    protected Elements computeValue(Class<?> array) {
      return new Elements(Internals.arrayBase(array), Internals.U.arrayIndexScale(array));
    }
  }

  /** How many bytes a view's handle accesses at once, by the class of the handle; 1: no view. */
  private static final class Widths extends ClassValue<Integer> {
    @Override
    protected Integer computeValue(Class<?> kind) {
      String name = kind.getName();
      if (!name.startsWith("java.lang.invoke.VarHandleByteArrayAs")) {
        return 1;
      }
      if (name.contains("AsShorts") || name.contains("AsChars")) {
        return 2;
      }
      return name.contains("AsInts") || name.contains("AsFloats") ? 4 : 8;
    }
  }

  /**
   * Finds what a VarHandle reaches.
   *
   * @param first the first argument if it is a reference: the object or array, but for the handle
   *     of a static field a value
   * @param second the argument after it if it is an int, else -1: the index if there is an array
   */
  static void handle(Target target, Object handle, Object first, int second) {
    Object direct = direct(handle);
    Class<?> kind = direct.getClass();
    long at = VAR_OFFSET.get(kind);
    if (at >= 0) {
      long base = VAR_BASE.get(kind);
      Object holder = base >= 0 ? Internals.U.getReference(direct, base) : first;
      address(target, holder, Internals.U.getLong(direct, at));
    } else if (first instanceof ByteBuffer buffer) {
      bytes(target, buffer, second, WIDTHS.get(kind));
    } else if (first != null && first.getClass().isArray()) {
      target.elements(first, second, WIDTHS.get(kind));
    } else {
      // A handle of an unknown kind: the handle or the object stands for it.
      target.other(first == null ? handle : first, second);
    }
  }

  /** The bytes lie in the buffer's array; or else in memory that begins with the first buffer. */
  private static void bytes(Target target, ByteBuffer buffer, int index, int width) {
    Object array = Internals.U.getReference(buffer, BUFFER_ARRAY);
    if (array != null) {
      int from = Internals.U.getInt(buffer, BUFFER_OFFSET);
      target.elements(array, (long) from + index, width);
      return;
    }
    long attached = ATTACHED.get(buffer.getClass());
    Object root = attached < 0 ? null : Internals.U.getReference(buffer, attached);
    long address = ADDRESS < 0 ? 0 : Internals.U.getLong(buffer, ADDRESS);
    target.other(root == null ? buffer : root, address + index);
  }

  /** The handle behind one that waits for its class, or changes how it is used. */
  private static Object direct(Object handle) {
    Object at = handle;
    while (true) {
      Class<?> kind = at.getClass();
      long inner = LAZY_CLASS.get(kind) < 0 ? -1 : TARGET.get(kind);
      if (inner < 0) {
        return at;
      }
      at = Internals.U.getReference(at, inner);
    }
  }

  /** Finds the field that an updater reaches in an object. */
  static void updater(Target target, Object updater, Object object) {
    long at = UPDATER_OFFSET.get(updater.getClass());
    if (at < 0) {
      target.other(object, 0);
    } else {
      address(target, object, Internals.U.getLong(updater, at));
    }
  }

  /** Finds the variable at (base, offset) that a method of Unsafe accesses at a site. */
  static void address(Target target, Object base, long offset, int site) {
    address(target, base, offset);
    if (target.kind == Target.ELEMENT && base.getClass().getComponentType().isPrimitive()) {
      long scale = ELEMENTS.get(base.getClass()).scale;
      int bytes = VarMode.bytes(Sites.site(site).name);
      if (bytes > scale) {
        target.elements(base, target.number, (int) (bytes / scale));
      }
    }
  }

  private static void address(Target target, Object base, long offset) {
    if (base == null) {
      target.none();
    } else if (base.getClass().isArray()) {
      target.elements(base, ELEMENTS.get(base.getClass()).index(offset), 1);
    } else {
      target.field(base, offset, FieldPlaces.at(base, offset));
    }
  }

  /** Finds the field that an object of reflection, or a place of ours, stands for. */
  static void reflected(Target target, Object field, Object object) {
    FieldPlace place =
        field instanceof java.lang.reflect.Field named
            ? FieldPlaces.named(named.getDeclaringClass(), named.getName())
            : (FieldPlace) field;
    Object base = place != null && place.isStatic ? place.place.declaring() : object;
    if (place == null || base == null || !place.isIn(base)) {
      target.none(); // the JDK's, or the JVM will throw
    } else {
      target.field(base, place.place.field, place);
    }
  }
}
