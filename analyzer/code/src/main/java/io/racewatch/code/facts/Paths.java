package io.racewatch.code.facts;

import io.racewatch.code.facts.Path.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes paths, each once. Paths longer than {@link #DEEPEST} are widened to an unknown object of
 * their type. Safe for several threads.
 */
public final class Paths {
  /** Steps kept from a root. */
  public static final int DEEPEST = 4;

  private static final int DEEPEST_CHILD = 3;

  private final Map<Path, Path> all = new ConcurrentHashMap<>();
  private final Path nothing = root(Kind.UNKNOWN, null, 0, null);
  private final Path nullPath = root(Kind.NULL, null, 0, null);

  private volatile Constructors constructors;

  private Path intern(Path path) {
    Path earlier = all.putIfAbsent(path, path);
    return earlier == null ? path : earlier;
  }

  private Path root(Kind kind, String name, int index, String type) {
    return intern(new Path(kind, null, name, index, type, null, List.of()));
  }

  /** An object of which nothing is known but its declared type, which may be null. */
  public Path unknown(String type) {
    return type == null ? nothing : root(Kind.UNKNOWN, null, 0, type);
  }

  /** The null reference. */
  public Path none() {
    return nullPath;
  }

  /** A parameter; {@code this} is number 0. */
  public Path param(int number, String type) {
    return root(Kind.PARAM, null, number, type);
  }

  /** What a static field holds; the key is {@code owner.name}. */
  public Path ofStatic(String field, String type) {
    return root(Kind.STATIC, field, 0, type);
  }

  /** A class literal. */
  public Path ofClass(String type) {
    return root(Kind.CLASS, type, 0, "java/lang/Class");
  }

  /** A constant such as a string. */
  public Path constant(String text, String type) {
    return root(Kind.CONSTANT, text, 0, type);
  }

  /** The result of the call at an instruction of a method. */
  public Path result(String method, int instruction, String type) {
    return root(Kind.RESULT, method, instruction, type);
  }

  /** An object made at an instruction of a method. */
  public Path made(String method, int instruction, String type, List<Path> arguments) {
    return intern(new Path(Kind.MADE, null, method, instruction, type, null, shallow(arguments)));
  }

  /** A functional object made at an instruction. */
  public Path lambda(
      String method, int instruction, String type, Path.Lambda body, List<Path> captured) {
    return intern(new Path(Kind.LAMBDA, null, method, instruction, type, body, shallow(captured)));
  }

  /** A step from an object; what leads nowhere, or too far, is unknown. */
  public Path step(Kind kind, Path from, String name, String type) {
    if (kind == Kind.FIELD && from.is(Kind.MADE) && constructors != null) {
      Path given = constructors.held(from, name);
      if (given != null) {
        return given;
      }
    }
    if (from.is(Kind.UNKNOWN) || from.is(Kind.NULL) || length(from) >= DEEPEST) {
      return unknown(type);
    }
    return intern(new Path(kind, from, name, 0, type, null, List.of()));
  }

  /** Knows what constructors put into fields. */
  @FunctionalInterface
  public interface Constructors {
    /** What a field of an object that was made so holds from then on, or null. */
    Path held(Path made, String field);
  }

  /** From now on fields of objects are followed to what their constructors were given. */
  public void follow(Constructors known) {
    constructors = known;
  }

  /** A field of an object. */
  public Path field(Path of, String field, String type) {
    return step(Kind.FIELD, of, field, type);
  }

  private static int length(Path path) {
    int steps = 0;
    for (Path at = path; at.parent() != null; at = at.parent()) {
      steps++;
    }
    return steps;
  }

  private List<Path> shallow(List<Path> values) {
    List<Path> some = new ArrayList<>(values.size());
    for (Path value : values) {
      some.add(value.depth() > DEEPEST_CHILD ? unknown(value.type()) : value);
    }
    return List.copyOf(some);
  }

  /** Replaces what is known only inside a method by what its caller knows. */
  public abstract class Substitution {
    private final Map<Path, Path> done = new HashMap<>();

    /** What stands for a root in the other method; null: the same. */
    protected abstract Path root(Path root);

    /** The path as the other method sees it. */
    public final Path of(Path path) {
      Path known = done.get(path);
      if (known == null) {
        known = make(path);
        done.put(path, known);
      }
      return known;
    }

    private Path make(Path path) {
      if (path.parent() != null) {
        Path parent = of(path.parent());
        return parent == path.parent() ? path : step(path.kind(), parent, path.name(), path.type());
      }
      Path other = root(path);
      if (other != null) {
        return other;
      }
      if (path.children().isEmpty()) {
        return path;
      }
      List<Path> kids = new ArrayList<>();
      for (Path kid : path.children()) {
        kids.add(of(kid));
      }
      return path.is(Kind.LAMBDA)
          ? lambda(path.name(), path.index(), path.type(), path.lambda(), kids)
          : made(path.name(), path.index(), path.type(), kids);
    }
  }
}
