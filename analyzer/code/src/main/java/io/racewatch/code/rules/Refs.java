package io.racewatch.code.rules;

import io.racewatch.code.calls.ClassFacts;
import io.racewatch.code.calls.Program;
import io.racewatch.code.facts.Held;
import io.racewatch.code.facts.MethodBody;
import io.racewatch.code.facts.Path;
import io.racewatch.code.facts.Path.Kind;
import io.racewatch.code.summary.Locks;
import io.racewatch.code.summary.Summary;
import io.racewatch.code.summary.Touch;
import io.racewatch.code.summary.Trace;
import io.racewatch.model.Access;
import io.racewatch.model.Frame;
import io.racewatch.model.LockRef;
import io.racewatch.model.Operation;
import io.racewatch.model.ThreadRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.objectweb.asm.Type;

/** What was found, in the vocabulary of findings. */
final class Refs {
  private final Program program;

  Refs(Program program) {
    this.program = program;
  }

  static String dots(String internalName) {
    return internalName.replace('/', '.');
  }

  /**
   * A name without its package: of a class with the outer ones, of a field with its class.
   *
   * @param name with slashes or dots between packages; packages start with a small letter
   */
  static String simple(String name) {
    if (name.indexOf('/') >= 0) {
      return name.substring(name.lastIndexOf('/') + 1);
    }
    for (int at = 0; at < name.length(); at = name.indexOf('.', at) + 1) {
      boolean last = name.indexOf('.', at) < 0;
      if (last || Character.isUpperCase(name.charAt(at))) {
        return name.substring(at);
      }
    }
    return name;
  }

  Frame frame(Trace at) {
    MethodBody in = at.in();
    ClassFacts owner = program.classes().get(in.owner());
    return new Frame(
        dots(in.owner()), in.name(), owner == null ? "" : owner.source(), Math.max(at.line(), 0));
  }

  List<Frame> stack(Trace trace) {
    List<Frame> frames = new ArrayList<>();
    for (Trace step : trace.innermostFirst()) {
      frames.add(frame(step));
    }
    return frames;
  }

  /** The name of a field as reports show it. */
  static String member(String field) {
    int dot = field.lastIndexOf('.');
    return dots(field.substring(0, dot)) + field.substring(dot);
  }

  /** What an access is about: field, element, or class of library object. */
  String member(Touch touch) {
    return switch (touch.kind()) {
      case FIELD -> member(touch.member());
      case ELEMENT -> holder(touch.object(), "[]");
      case LIBRARY -> holder(touch.object(), "");
    };
  }

  static String holder(Path object, String suffix) {
    if (object.is(Kind.FIELD) || object.is(Kind.STATIC)) {
      return member(object.name()) + suffix;
    }
    String type = object.type() == null ? "java/lang/Object" : object.type();
    return type.startsWith("[") ? Type.getType(type).getClassName() : dots(type) + suffix;
  }

  /** Name of the field that holds the lock, else of its class. */
  static String lock(Locks.Use use) {
    Path path = use.path();
    return switch (path.kind()) {
      case FIELD, STATIC -> path.name().indexOf('@') > 0 ? dots(type(path)) : member(path.name());
      case CLASS -> dots(path.name()) + ".class";
      default -> dots(type(path));
    };
  }

  private static String type(Path path) {
    return path.type() == null ? "java/lang/Object" : path.type();
  }

  LockRef ref(Locks.Use use) {
    return new LockRef(lock(use), "", dots(type(use.path())), mode(use), frame(use.at().last()));
  }

  static String mode(Locks.Use use) {
    return use.mode().name().toLowerCase(Locale.ROOT);
  }

  List<LockRef> refs(Locks locks) {
    List<LockRef> refs = new ArrayList<>();
    for (Locks.Use use : locks.uses()) {
      if (use.mode() != Held.Mode.OPTIMISTIC) {
        refs.add(ref(use));
      }
    }
    return refs;
  }

  /** One side; of a thread that the summary starts, with where it is started. */
  Access access(Touch touch, String member, Summary in) {
    Operation operation =
        touch.kind() == Touch.Kind.LIBRARY
            ? Operation.CALL
            : touch.write() ? Operation.WRITE : Operation.READ;
    return new Access(
        member,
        operation,
        "plain",
        "",
        thread(touch.tag(), in),
        stack(touch.trace()),
        refs(touch.locks()));
  }

  ThreadRef thread(int tag, Summary in) {
    if (tag < 0 || in == null) {
      return null;
    }
    return new ThreadRef("", 0, false, stack(in.tags().get(tag).at()), List.of());
  }
}
