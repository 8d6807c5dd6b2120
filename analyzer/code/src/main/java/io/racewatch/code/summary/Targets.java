package io.racewatch.code.summary;

import io.racewatch.code.api.Meaning;
import io.racewatch.code.api.Meanings;
import io.racewatch.code.calls.ClassFacts;
import io.racewatch.code.calls.ClassTable;
import io.racewatch.code.calls.Program;
import io.racewatch.code.facts.Event;
import io.racewatch.code.facts.MethodBody;
import io.racewatch.code.facts.Path;
import io.racewatch.code.facts.Path.Kind;
import io.racewatch.code.facts.Paths;
import io.racewatch.code.facts.References;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.objectweb.asm.Opcodes;

/** Which methods of the program a call reaches. */
public final class Targets {
  /** Calls that could reach more are not followed. */
  private static final int MOST = 6;

  private static final int HOPS = 3;

  private static final List<String> ENTRIES =
      List.of(
          "run()V",
          "call()Ljava/lang/Object;",
          "compute()V",
          "compute()Ljava/lang/Object;",
          "get()Ljava/lang/Object;",
          "apply(Ljava/lang/Object;)Ljava/lang/Object;",
          "accept(Ljava/lang/Object;)V",
          "exec()Z");

  private final Program program;
  private final ClassTable classes;
  private final Paths paths;
  private final Map<String, Map<String, List<MethodBody>>> known = new ConcurrentHashMap<>();
  private final Map<String, MethodBody> references = new ConcurrentHashMap<>();

  /**
   * A method and what it is called with.
   *
   * @param arguments the receiver first, if there is one; missing ones are unknown
   * @param object whose method it is: a functional object, or the receiver
   */
  record Target(MethodBody body, List<Path> arguments, Path object) {}

  Targets(Program program) {
    this.program = program;
    this.classes = program.classes();
    this.paths = program.paths();
  }

  /** Methods that a call instruction can reach, by its owner and by what is made at all. */
  public List<MethodBody> of(Event.Call call) {
    String signature = call.name() + call.descriptor();
    boolean exact =
        call.opcode() == Opcodes.INVOKESTATIC
            || call.opcode() == Opcodes.INVOKESPECIAL
            || !call.type().equals(call.owner());
    if (exact) {
      MethodBody body = classes.resolve(call.type(), signature);
      return body == null ? List.of() : List.of(body);
    }
    return known
        .computeIfAbsent(call.owner(), k -> new ConcurrentHashMap<>())
        .computeIfAbsent(signature, k -> virtual(call.owner(), k));
  }

  private List<MethodBody> virtual(String owner, String signature) {
    ClassFacts declared = classes.get(owner);
    if (declared == null) {
      return List.of();
    }
    MethodBody own = classes.resolve(owner, signature);
    if (own != null && fixed(own)) {
      return List.of(own);
    }
    Set<MethodBody> found = new LinkedHashSet<>();
    List<ClassFacts> types = classes.subtypes(owner, 200);
    // An empty hook is there for those to fill whom the users of the program make.
    boolean hook = own != null && own.events().stream().allMatch(Event.Return.class::isInstance);
    boolean open = hook && types.stream().noneMatch(type -> program.makes(type.name()));
    Predicate<ClassFacts> made = open ? Targets::madeByOthers : type -> program.makes(type.name());
    for (ClassFacts type : types) {
      if (type == declared || made.test(type)) {
        MethodBody body = classes.resolve(type.name(), signature);
        if (body != null) {
          found.add(body);
        }
        if (found.size() > MOST) {
          return own == null ? List.of() : List.of(own);
        }
      }
    }
    return List.copyOf(found);
  }

  /** Whether it is there for users of the program to make objects of. */
  private static boolean madeByOthers(ClassFacts type) {
    if (!type.has(Opcodes.ACC_PUBLIC) || type.has(Opcodes.ACC_ABSTRACT)) {
      return false;
    }
    for (MethodBody body : type.bodies().values()) {
      if (body.name().equals("<init>") && body.has(Opcodes.ACC_PUBLIC)) {
        return true;
      }
    }
    return false;
  }

  private boolean fixed(MethodBody body) {
    return body.has(Opcodes.ACC_PRIVATE)
        || body.has(Opcodes.ACC_FINAL)
        || classes.get(body.owner()).has(Opcodes.ACC_FINAL);
  }

  /**
   * What runs when a method of a known object is called.
   *
   * @param name of the method; null: whatever a thread runs
   * @return empty if the object is not known well enough
   */
  List<Target> on(
      Path object, String name, String descriptor, List<Path> arguments, Contents contents) {
    List<Target> found = new ArrayList<>();
    new Search(name, descriptor, arguments, contents, found).on(object, 0);
    return found;
  }

  /** What arrays and collections that the method made hold, as far as it shows. */
  interface Contents {
    List<Path> of(Path container);
  }

  /** What is put into a field, seen from the object that has it. */
  List<Path> stored(Path field) {
    List<Path> values = new ArrayList<>();
    for (Program.Stored each : program.stores(field.name())) {
      boolean own = each.base() != null && each.base().isParam(0);
      values.add(
          paths.new Substitution() {
            @Override
            protected Path root(Path root) {
              if (!root.is(Kind.PARAM)) {
                return null;
              }
              boolean same = own && root.index() == 0 && field.parent() != null;
              return same ? field.parent() : paths.unknown(root.type());
            }
          }.of(each.value()));
    }
    return values;
  }

  /** What a thread runs of an object of this class, or null. */
  private MethodBody entry(String type) {
    for (String signature : ENTRIES) {
      MethodBody body = classes.resolve(type, signature);
      if (body != null) {
        return body;
      }
    }
    return null;
  }

  /** The call of a library object's method that a reference stands for, or null. */
  private MethodBody reference(Path object) {
    Path.Lambda code = object.lambda();
    Path receiver =
        code.isStatic() || object.children().isEmpty() ? null : object.children().get(0);
    boolean known = receiver != null && receiver.is(Kind.MADE) && Meanings.isJdk(receiver.type());
    String type = known ? receiver.type() : code.owner();
    Meaning meaning = program.meanings().of(type, code.name(), code.descriptor());
    MethodBody in = program.body(object.name());
    if (in == null || meaning.library() == 0 && meaning.libraryArgument() == 0) {
      return null;
    }
    String key = object.index() + " " + type + " " + object.name();
    return references.computeIfAbsent(
        key, k -> References.body(paths, code, in, object.index(), type, meaning));
  }

  /** One look-up. */
  private final class Search {
    private final String name;
    private final String descriptor;
    private final List<Path> arguments;
    private final Contents contents;
    private final List<Target> to;

    Search(
        String name, String descriptor, List<Path> arguments, Contents contents, List<Target> to) {
      this.name = name;
      this.descriptor = descriptor;
      this.arguments = arguments;
      this.contents = contents;
      this.to = to;
    }

    private void on(Path object, int hops) {
      if (hops > HOPS || to.size() > MOST) {
        return;
      }
      switch (object.kind()) {
        case LAMBDA -> lambda(object);
        case MADE -> made(object, hops);
        case ELEMENT -> all(contents.of(object.parent()), hops);
        case FIELD, STATIC -> {
          int before = to.size();
          all(stored(object), hops);
          if (to.size() == before && name == null) {
            byType(object);
          }
        }
        case PARAM -> {
          if (object.index() == 0) {
            byType(object);
          }
        }
        default -> {
          // Nothing is known of it.
        }
      }
    }

    private void all(List<Path> values, int hops) {
      for (Path value : values) {
        on(value, hops + 1);
      }
    }

    private void byType(Path object) {
      MethodBody body = object.type() == null || name != null ? null : entry(object.type());
      if (body != null) {
        to.add(new Target(body, List.of(object), object));
      }
    }

    private void lambda(Path object) {
      Path.Lambda code = object.lambda();
      if (code.makes()) {
        return;
      }
      MethodBody body = classes.resolve(code.owner(), code.name() + code.descriptor());
      if (body == null) {
        body = reference(object);
      }
      if (body == null) {
        return;
      }
      List<Path> all = new ArrayList<>(object.children());
      all.addAll(arguments);
      to.add(new Target(body, all, object));
    }

    private void made(Path object, int hops) {
      MethodBody body =
          name == null ? entry(object.type()) : classes.resolve(object.type(), name + descriptor);
      if (body != null) {
        List<Path> all = new ArrayList<>(List.of(object));
        all.addAll(arguments);
        to.add(new Target(body, all, object));
        return;
      }
      if (name == null) {
        boolean library = Meanings.isJdk(object.type());
        all(contents.of(object), hops);
        for (Path inner : object.children()) {
          // A subclass of Thread may have been given its task; a task of the JDK was, for sure.
          if (library || inner.is(Kind.LAMBDA)) {
            on(inner, hops + 1);
          }
        }
      }
    }
  }
}
