package io.racewatch.code.plan;

import io.racewatch.code.calls.ClassFacts;
import io.racewatch.code.calls.Program;
import io.racewatch.code.facts.Event;
import io.racewatch.code.facts.Held;
import io.racewatch.code.facts.MethodBody;
import io.racewatch.code.facts.Path;
import io.racewatch.code.input.ClassFile;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.objectweb.asm.Opcodes;

/**
 * Fields of which no two accesses in the program can race: static ones that nothing but the
 * initialiser of their class writes, for which each other thread waits (JLS 12.4.2), and those of
 * which every access holds one and the same exclusive lock (JLS 17.4.5: an unlock happens before
 * each later lock of that monitor).
 *
 * <p>The lock is the monitor of the very object that has the field, a lock in a final field of that
 * object, a lock in a static final field, or a class. The object is known by a parameter, which in
 * one call always is the same one; what comes out of fields and calls could be another the next
 * time, and does not count. Writes in constructors count as accesses, for nothing orders them
 * before the lock of a thread that got the object by a race; those of static initialisers do not,
 * for each other thread waits for these (JLS 12.4.2).
 */
final class GuardedFields {
  private final Program program;
  private final Map<String, Set<String>> locks = new TreeMap<>();

  /** Static fields that something else than the initialiser of their class writes. */
  private final Set<String> writtenLater = new HashSet<>();

  private final Set<String> initialised = new HashSet<>();

  private GuardedFields(Program program) {
    this.program = program;
  }

  /**
   * Their keys, {@code owner.name} with the internal name of the declaring class; sorted.
   *
   * @param files the class files of the program, each class once
   */
  static Set<String> of(Program program, Collection<ClassFile> files) {
    GuardedFields search = new GuardedFields(program);
    for (MethodBody body : program.bodies()) {
      for (Event event : body.events()) {
        if (event instanceof Event.FieldAccess access) {
          search.access(access, body);
        }
      }
    }
    for (ClassFile file : files) {
      RawAccesses.each(program, file, search::unknown);
    }
    search.initialised.removeAll(search.writtenLater);
    Set<String> safe = new TreeSet<>(search.initialised);
    search.locks.forEach(
        (field, all) -> {
          if (!all.isEmpty()) {
            safe.add(field);
          }
        });
    safe.removeIf(field -> !search.isPlain(field));
    return safe;
  }

  private void unknown(String field) {
    locks.put(field, Set.of());
    writtenLater.add(field);
  }

  private void access(Event.FieldAccess access, MethodBody in) {
    boolean isStatic = access.base() == null;
    if (isStatic && in.name().equals("<clinit>") && access.field().startsWith(in.owner() + '.')) {
      if (access.write()) {
        initialised.add(access.field());
      }
      return;
    }
    if (isStatic && access.write()) {
      writtenLater.add(access.field());
    }
    Set<String> here = new HashSet<>();
    for (Held.Lock lock : access.held().locks()) {
      String name =
          lock.count() > 0 && lock.mode() == Held.Mode.EXCLUSIVE ? name(lock, access) : null;
      if (name != null) {
        here.add(name);
      }
    }
    Set<String> before = locks.putIfAbsent(access.field(), here);
    if (before != null) {
      before.retainAll(here);
    }
  }

  /** A name that means the same lock at each access to one object; null if there is none. */
  private String name(Held.Lock lock, Event.FieldAccess access) {
    Path path = lock.path();
    Path base = access.base();
    String kind = lock.monitor() ? " monitor" : " lock";
    boolean known = base != null && base.is(Path.Kind.PARAM);
    if (path.is(Path.Kind.CLASS)) {
      return path.name() + ".class" + kind;
    }
    if (path.is(Path.Kind.STATIC) && isFinal(path.name())) {
      return path.name() + kind;
    }
    if (known && path == base) {
      return "this" + kind;
    }
    boolean its = known && path.is(Path.Kind.FIELD) && path.parent() == base;
    return its && isFinal(path.name()) ? "this." + path.name() + kind : null;
  }

  private boolean isFinal(String key) {
    ClassFacts.Field field = program.classes().field(key);
    return field != null && field.has(Opcodes.ACC_FINAL);
  }

  /** What the JDK reads and writes by itself, serialised and cloned objects, is left out. */
  private boolean isPlain(String key) {
    ClassFacts.Field field = program.classes().field(key);
    if (field == null
        || field.has(Opcodes.ACC_FINAL)
        || field.has(Opcodes.ACC_VOLATILE)
        || field.has(Opcodes.ACC_SYNTHETIC)) {
      return false;
    }
    String owner = key.substring(0, key.lastIndexOf('.'));
    boolean copied =
        program.meanings().isA(owner, "java/io/Serializable")
            || program.meanings().isA(owner, "java/lang/Cloneable");
    return field.has(Opcodes.ACC_STATIC) || !copied && !hasCopiedSubclass(owner);
  }

  private boolean hasCopiedSubclass(String owner) {
    for (ClassFacts type : program.classes().subtypes(owner, Integer.MAX_VALUE - 1)) {
      if (program.meanings().isA(type.name(), "java/io/Serializable")
          || program.meanings().isA(type.name(), "java/lang/Cloneable")) {
        return true;
      }
    }
    return false;
  }
}
