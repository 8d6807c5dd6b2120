package io.racewatch.code.rules;

import io.racewatch.code.calls.ClassFacts;
import io.racewatch.code.calls.Program;
import io.racewatch.code.facts.Path;
import io.racewatch.code.facts.Path.Kind;
import java.util.List;
import java.util.Set;

/** Which library objects are surely not thread-safe. */
final class Libraries {
  private static final Set<String> UNSAFE =
      Set.of(
          "java/util/HashMap",
          "java/util/LinkedHashMap",
          "java/util/TreeMap",
          "java/util/WeakHashMap",
          "java/util/IdentityHashMap",
          "java/util/EnumMap",
          "java/util/ArrayList",
          "java/util/LinkedList",
          "java/util/HashSet",
          "java/util/LinkedHashSet",
          "java/util/TreeSet",
          "java/util/ArrayDeque",
          "java/util/PriorityQueue",
          "java/util/BitSet",
          "java/lang/StringBuilder",
          "java/text/SimpleDateFormat",
          "java/text/DecimalFormat",
          "java/util/GregorianCalendar");

  private final Program program;

  Libraries(Program program) {
    this.program = program;
  }

  /** The class of the object if it is one that is not thread-safe, else null. */
  String unsafe(Path object) {
    return unsafe(object, 0);
  }

  private String unsafe(Path object, int hops) {
    if (object.is(Kind.MADE)) {
      return UNSAFE.contains(object.type()) ? object.type() : null;
    }
    if (!object.is(Kind.FIELD) && !object.is(Kind.STATIC) || hops > 2) {
      return null;
    }
    List<Program.Stored> stores = program.stores(object.name());
    String type = null;
    for (Program.Stored each : stores) {
      String its = unsafe(each.value(), hops + 1);
      if (its == null) {
        return null;
      }
      type = its;
    }
    if (type == null) {
      ClassFacts.Field field = program.classes().field(object.name());
      String declared = field == null ? "" : field.descriptor();
      boolean known = declared.startsWith("L") && stores.isEmpty();
      String name = known ? declared.substring(1, declared.length() - 1) : "";
      return UNSAFE.contains(name) ? name : null;
    }
    return type;
  }
}
