package io.racewatch.code.rules;

import io.racewatch.code.calls.ClassFacts;
import io.racewatch.code.calls.Program;
import io.racewatch.code.facts.MethodBody;
import io.racewatch.code.facts.Path;
import io.racewatch.code.summary.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/** What the expressions in {@code @GuardedBy} stand for. */
final class GuardNames {
  private final View view;
  private final Program program;

  GuardNames(View view) {
    this.view = view;
    this.program = view.program();
  }

  /** Whether the object in the field is its own lock. */
  static boolean itself(String expression) {
    return expression.trim().equals("itself");
  }

  /**
   * Of each of the locks that are to be held, the names that it may have.
   *
   * @param expression several of them with commas between
   * @return empty if one of them names nothing that is there
   */
  List<Set<String>> all(String expression, String owner, String field) {
    List<Set<String>> all = new ArrayList<>();
    for (String each : expression.split(",")) {
      Set<String> names = itself(each) ? member(field, owner) : of(each, owner);
      if (names.isEmpty()) {
        return List.of();
      }
      all.add(names);
    }
    return all;
  }

  /**
   * The names that the lock has in {@link Guards}: one for its monitor, one for it as a lock.
   *
   * @param owner class that has the annotation
   * @return empty if the expression names nothing that is there
   */
  Set<String> of(String expression, String owner) {
    String text = expression.trim();
    Set<String> names = named(text, owner);
    // A view of a read-write lock has the name of the lock, and the mode in which it is held.
    boolean view = text.endsWith(".readLock()") || text.endsWith(".writeLock()");
    return names.isEmpty() && view ? of(text.substring(0, text.lastIndexOf('.')), owner) : names;
  }

  private Set<String> named(String text, String owner) {
    if (text.equals("this")) {
      return both("this");
    }
    if (text.startsWith("this.")) {
      return member(text.substring(5), owner);
    }
    if (text.endsWith(".class")) {
      String type = type(text.substring(0, text.length() - 6), owner);
      return type == null ? Set.of() : Set.of(type + ".class");
    }
    if (text.endsWith(".this")) {
      String type = type(text.substring(0, text.length() - 5), owner);
      return type == null ? Set.of() : type.equals(owner) ? both("this") : both(type);
    }
    int dot = text.lastIndexOf('.');
    if (dot < 0) {
      return member(text, owner);
    }
    String before = text.substring(0, dot);
    String holder = before.endsWith(".this") ? before.substring(0, before.length() - 5) : before;
    String type = type(holder, owner);
    type = type == null ? typeOfField(before, owner) : type;
    String name = text.substring(dot + 1);
    return type == null ? Set.of() : member(name, type, type.equals(owner) ? owner : "");
  }

  private static Set<String> both(String name) {
    return Set.of(name, name + " lock");
  }

  /** A field or a method without arguments, of the class or of one around it. */
  private Set<String> member(String text, String owner) {
    return member(text, owner, owner);
  }

  /**
   * The same.
   *
   * @param of class whose objects have locks of their own
   */
  private Set<String> member(String text, String owner, String of) {
    boolean call = text.endsWith("()");
    String name = call ? text.substring(0, text.length() - 2) : text;
    for (String at = owner; at != null; at = around(at)) {
      String key = program.classes().fieldKey(at, name);
      if (!call && program.classes().field(key) != null) {
        return field(key, at.equals(of));
      }
      Path returned = call ? returned(at, name) : null;
      if (returned != null) {
        return names(view.summaries().lockNames().known(returned), at.equals(of));
      }
    }
    return Set.of();
  }

  private String typeOfField(String name, String owner) {
    ClassFacts.Field field = program.classes().field(program.classes().fieldKey(owner, name));
    boolean object = field != null && field.descriptor().startsWith("L");
    return object ? field.descriptor().substring(1, field.descriptor().length() - 1) : null;
  }

  /** The names of a lock in a field, or what stands for it; one of the object's own must be its. */
  private Set<String> field(String key, boolean own) {
    boolean isStatic = program.classes().field(key).has(Opcodes.ACC_STATIC);
    String type = key.substring(0, key.lastIndexOf('.'));
    Path path =
        isStatic
            ? program.paths().ofStatic(key, null)
            : program.paths().field(program.paths().param(0, type), key, null);
    return names(view.summaries().lockNames().known(path), own);
  }

  private static Set<String> names(Path path, boolean own) {
    if (path.is(Path.Kind.PARAM) || path.name() == null) {
      return both("this");
    }
    boolean its = own && path.is(Path.Kind.FIELD) && path.parent().isParam(0);
    return both((its ? Guards.OWN : "") + path.name());
  }

  private Path returned(String owner, String method) {
    ClassFacts facts = program.classes().get(owner);
    for (MethodBody body : facts == null ? Set.<MethodBody>of() : facts.bodies().values()) {
      if (body.name().equals(method) && body.descriptor().startsWith("()")) {
        Summary summary = view.summaries().of(body);
        return summary == null ? null : summary.returns();
      }
    }
    return null;
  }

  private static String around(String type) {
    int dollar = type.lastIndexOf('$');
    return dollar < 0 ? null : type.substring(0, dollar);
  }

  /** A class by the name that it has in the source of another one; null if there is none. */
  private String type(String text, String owner) {
    String nested = text.replace('.', '$');
    for (String at = owner; at != null; at = around(at)) {
      if (Refs.simple(at).equals(nested) || at.endsWith("$" + nested)) {
        return at;
      }
      if (program.classes().get(at + '$' + nested) != null) {
        return at + '$' + nested;
      }
    }
    String folder = owner.substring(0, owner.lastIndexOf('/') + 1);
    for (String each : Set.of(folder + nested, text.replace('.', '/'))) {
      if (program.classes().get(each) != null) {
        return each;
      }
    }
    return null;
  }
}
