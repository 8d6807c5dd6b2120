package io.racewatch.runtime;

import java.lang.reflect.Field;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.BaseStream;

/**
 * The collection behind a view, an iterator, a spliterator or a stream of the JDK: to use those is
 * to access it. Found by the fields in which the JDK keeps it, without calling anything.
 */
final class Backing {
  /** Steps from a view to what is behind; views of views are rarely deeper. */
  private static final int DEEP = 6;

  private static final String[] FIELDS = {
    "this$0",
    "this$1",
    "m",
    "map",
    "tree",
    "list",
    "collection",
    "root",
    "parent",
    "c",
    "l",
    "q",
    "s",
    "i",
    "it",
    "spliterator"
  };

  private static final long SET_MAP = Internals.offset(HashSet.class, "map");
  private static final long TREE_SET_MAP = Internals.offset(TreeSet.class, "m");
  private static final long SOURCE_STAGE = pipeline("sourceStage");
  private static final long SOURCE = pipeline("sourceSpliterator");
  private static final Fields OFFSETS = new Fields();

  private Backing() {}

  /** Offset of the field that leads on, by class; -1 if there is none. Holds no class alive. */
  private static final class Fields extends ClassValue<Long> {
    @Override
    protected Long computeValue(Class<?> type) {
      if (type.getClassLoader() != null || !isView(type.getName())) {
        return -1L;
      }
      for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
        for (String name : FIELDS) {
          long offset = field(c, name);
          if (offset >= 0) {
            return offset;
          }
        }
      }
      return -1L;
    }

    /** A nested class of java.util itself; wrappers that lock are left alone. */
    private static boolean isView(String name) {
      return name.startsWith("java.util.")
          && name.indexOf('.', 10) < 0
          && name.indexOf('$') > 0
          && !name.startsWith("java.util.Collections$Synchronized")
          && !name.startsWith("java.util.ImmutableCollections");
    }

    private static long field(Class<?> c, String name) {
      try {
        Field field = c.getDeclaredField(name);
        return field.getType().isPrimitive() ? -1 : Internals.U.objectFieldOffset(field);
      } catch (ReflectiveOperationException | RuntimeException none) {
        return -1;
      }
    }
  }

  private static long pipeline(String field) {
    try {
      Class<?> type = Class.forName("java.util.stream.AbstractPipeline", false, null);
      return Internals.offset(type, field);
    } catch (ClassNotFoundException renamed) {
      return -1;
    }
  }

  /** The collection or map behind, or null if there is none. */
  static Object of(Object view) {
    Object at = view;
    for (int step = 0; at != null && step < DEEP; step++) {
      if (at instanceof BaseStream<?, ?>) {
        at = source(at);
      }
      if (at == null || (at instanceof Collection || at instanceof Map) && isUnsafe(at)) {
        return at;
      }
      long next = OFFSETS.get(at.getClass());
      at = next < 0 ? null : Internals.U.getReference(at, next);
    }
    return null;
  }

  private static boolean isUnsafe(Object o) {
    return LibraryClasses.kind(o) != LibraryClasses.SAFE;
  }

  /** Where a stream of the JDK, on which no terminal operation began yet, has its elements from. */
  private static Object source(Object stream) {
    if (SOURCE < 0
        || SOURCE_STAGE < 0
        || !stream.getClass().getName().startsWith("java.util.stream.")) {
      return null;
    }
    Class<?> up = stream.getClass();
    while (up != null && !up.getName().equals("java.util.stream.AbstractPipeline")) {
      up = up.getSuperclass();
    }
    Object stage = up == null ? null : Internals.U.getReference(stream, SOURCE_STAGE);
    return stage == null ? null : Internals.U.getReference(stage, SOURCE);
  }

  /**
   * The object whose shadow counts: sets of the JDK are maps inside, which their iterators know.
   */
  static Object keyOf(Object object) {
    Object inside = null;
    if (object instanceof HashSet && SET_MAP >= 0) {
      inside = Internals.U.getReference(object, SET_MAP);
    } else if (object instanceof TreeSet && TREE_SET_MAP >= 0) {
      inside = Internals.U.getReference(object, TREE_SET_MAP);
    }
    return inside == null ? object : inside;
  }
}
