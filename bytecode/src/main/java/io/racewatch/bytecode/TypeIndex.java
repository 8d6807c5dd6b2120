package io.racewatch.bytecode;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.ClassReader;

/**
 * Class headers by name, read once and kept. Safe from several threads at once. What cannot be
 * found or read is unknown, never an error.
 */
public final class TypeIndex {
  private static final String OBJECT = "java/lang/Object";

  private final ClassBytes source;
  private final TypeIndex jdk;
  private final Map<String, Entry> known;
  private final TypeIndex base;

  /**
   * An index that asks another one first for names that only the JDK may define.
   *
   * @param source null: only what was added is known
   * @param jdk may be null
   */
  public TypeIndex(ClassBytes source, TypeIndex jdk) {
    this(source, jdk, new ConcurrentHashMap<>(), null);
  }

  private TypeIndex(ClassBytes source, TypeIndex jdk, Map<String, Entry> known, TypeIndex base) {
    this.source = source;
    this.jdk = jdk;
    this.known = known;
    this.base = base;
  }

  /** The same index, but it reads nothing: what was not read before is unknown. */
  public TypeIndex withoutReading() {
    return new TypeIndex(null, jdk == null ? null : jdk.withoutReading(), known, base);
  }

  /** An index that knows what this one knows, and keeps what is added to itself. */
  public TypeIndex beside() {
    return new TypeIndex(null, jdk, new ConcurrentHashMap<>(), this);
  }

  /** Adds a class whose bytes are at hand. */
  public void add(ClassHeader header) {
    known.put(header.name(), new Entry(header));
  }

  /** The header, or null if the class cannot be found. */
  public ClassHeader header(String internalName) {
    if (jdk != null && internalName.startsWith("java/")) {
      return jdk.header(internalName);
    }
    Entry entry = known.get(internalName);
    if (entry == null) {
      if (source == null) {
        return base == null ? null : base.header(internalName);
      }
      entry = new Entry(read(internalName));
      Entry earlier = known.putIfAbsent(internalName, entry);
      entry = earlier == null ? entry : earlier;
    }
    return entry.header;
  }

  private ClassHeader read(String internalName) {
    try {
      ClassBytes.Found found = source.find(internalName);
      return found == null ? null : ClassHeader.of(new ClassReader(found.bytes()), found.jdk());
    } catch (RuntimeException | LinkageError malformed) {
      // Truncated files, versions from the future, loaders that throw: the class stays unknown.
      return null;
    }
  }

  /**
   * Resolves a field as JVMS 5.4.3.2 does: the class, its interfaces, its superclass.
   *
   * @return the field, or null if the classes on the way are unknown
   */
  public FieldFact field(String owner, String field, String descriptor) {
    for (String at = owner; at != null; ) {
      ClassHeader header = header(at);
      if (header == null) {
        return null;
      }
      int access = header.fieldAccess(field, descriptor);
      if (access >= 0) {
        return new FieldFact(header, access);
      }
      for (String type : header.interfaces()) {
        FieldFact inherited = field(type, field, descriptor);
        if (inherited != null) {
          return inherited;
        }
      }
      at = header.superName();
    }
    return null;
  }

  /** True if {@code type} is known to be {@code of} or a subtype of it. Internal names. */
  public boolean isSubtype(String type, String of) {
    if (type.equals(of)) {
      return true;
    }
    if (type.startsWith("[")) {
      return of.equals(OBJECT);
    }
    Deque<String> open = new ArrayDeque<>();
    Set<String> seen = new HashSet<>();
    open.add(type);
    while (!open.isEmpty()) {
      String next = open.poll();
      if (next.equals(of)) {
        return true;
      }
      ClassHeader header = seen.add(next) ? header(next) : null;
      if (header != null) {
        open.addAll(header.interfaces());
        if (header.superName() != null) {
          open.add(header.superName());
        }
      }
    }
    return false;
  }

  /**
   * Whether the initialisation of a class runs initializers outside the JDK other than its own:
   * those of superclasses, and of their interfaces with default methods (JLS 12.4.1). False for an
   * interface, and where that is not known.
   */
  public boolean inheritsInitializer(ClassHeader of) {
    if (of.isInterface()) {
      return false;
    }
    for (ClassHeader at = of; at != null && !at.jdk(); at = above(at)) {
      if (at != of && at.hasInitializer() || anyInitialises(at.interfaces(), new HashSet<>())) {
        return true;
      }
    }
    return false;
  }

  /**
   * The interfaces of the program that are initialised with a class that has this one: it and those
   * above it that have an initializer and default methods (JLS 12.4.1).
   */
  public List<String> initialisedWith(String type) {
    List<String> found = new ArrayList<>();
    addInitialised(List.of(type), new HashSet<>(), found);
    return found;
  }

  private void addInitialised(List<String> interfaces, Set<String> seen, List<String> found) {
    for (String type : interfaces) {
      ClassHeader at = seen.add(type) ? header(type) : null;
      if (at != null && !at.jdk() && at.isInterface()) {
        if (at.hasInitializer() && at.hasDefaults()) {
          found.add(type);
        }
        addInitialised(at.interfaces(), seen, found);
      }
    }
  }

  private ClassHeader above(ClassHeader of) {
    return of.superName() == null ? null : header(of.superName());
  }

  private boolean anyInitialises(List<String> interfaces, Set<String> seen) {
    for (String type : interfaces) {
      ClassHeader at = seen.add(type) ? header(type) : null;
      if (at != null
          && !at.jdk()
          && (at.hasInitializer() && at.hasDefaults() || anyInitialises(at.interfaces(), seen))) {
        return true;
      }
    }
    return false;
  }

  /** A found or missing header; ConcurrentHashMap keeps no nulls. */
  private record Entry(ClassHeader header) {}
}
