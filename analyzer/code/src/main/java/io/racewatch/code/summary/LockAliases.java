package io.racewatch.code.summary;

import io.racewatch.code.calls.ClassFacts;
import io.racewatch.code.calls.Program;
import io.racewatch.code.facts.Path;
import io.racewatch.code.facts.Path.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.Opcodes;

/** Final fields that hold the same object, so that one name stands for all. Safe for threads. */
final class LockAliases {
  private final Program program;

  /** Of each field the key of the one that stands for it; itself if it is alone. */
  private final Map<String, String> known = new ConcurrentHashMap<>();

  LockAliases(Program program) {
    this.program = program;
  }

  /** What stands for the object that a field holds; the same path if nothing does. */
  Path of(Path field) {
    if (!field.is(Kind.FIELD) && !field.is(Kind.STATIC)) {
      return field;
    }
    String key = known.get(field.name());
    if (key == null) {
      key = find(field.name());
      known.put(field.name(), key);
    }
    if (key.equals(field.name())) {
      return field;
    }
    boolean isStatic = program.classes().field(key).has(Opcodes.ACC_STATIC);
    return isStatic || field.parent() == null
        ? program.paths().ofStatic(key, field.type())
        : program.paths().field(field.parent(), key, field.type());
  }

  private String find(String key) {
    if (!isFinal(key)) {
      return key;
    }
    List<Program.Stored> stores = program.stores(key);
    if (stores.isEmpty()) {
      return key;
    }
    Path value = stores.get(0).value();
    if (stores.size() == 1 && copies(value, key)) {
      return value.name();
    }
    ClassFacts owner = program.classes().get(key.substring(0, key.lastIndexOf('.')));
    List<String> names = new ArrayList<>(owner.fields().keySet());
    names.sort(null);
    for (String name : names) {
      String other = owner.name() + '.' + name;
      if (other.compareTo(key) < 0 && isFinal(other) && sameStores(stores, program.stores(other))) {
        return other;
      }
    }
    return key;
  }

  /** Whether a field is set to what another final one holds, of the same object or static. */
  private boolean copies(Path value, String key) {
    boolean own = value.is(Kind.FIELD) && value.parent().isParam(0);
    boolean shared = value.is(Kind.STATIC);
    return (own || shared) && !value.name().equals(key) && isFinal(value.name());
  }

  private boolean isFinal(String key) {
    ClassFacts.Field field = program.classes().field(key);
    return field != null && field.has(Opcodes.ACC_FINAL);
  }

  /** Whether each constructor puts one and the same argument or new object into both. */
  private static boolean sameStores(List<Program.Stored> some, List<Program.Stored> others) {
    if (some.size() != others.size()) {
      return false;
    }
    for (Program.Stored each : some) {
      boolean known = each.value().is(Kind.PARAM) || each.value().is(Kind.MADE);
      if (!known || others.stream().noneMatch(that -> same(each, that))) {
        return false;
      }
    }
    return true;
  }

  private static boolean same(Program.Stored a, Program.Stored b) {
    return a.in() == b.in() && a.value() == b.value() && a.base() == b.base();
  }
}
