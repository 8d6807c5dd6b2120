package io.racewatch.code.facts;

import java.util.Arrays;
import java.util.List;

/**
 * Where a reference came from, seen from one method: a parameter, a static field, an allocation,
 * and fields from there on. Immutable; made and interned by {@link Paths}, so equal ones are
 * identical.
 */
public final class Path {
  /** What the last step is. */
  public enum Kind {
    /** Nothing is known. */
    UNKNOWN,
    /** The null reference. */
    NULL,
    /** A parameter, from 1; 0 is {@code this}. */
    PARAM,
    /** The value of a static field. */
    STATIC,
    /** A class literal. */
    CLASS,
    /** A string or another constant of the class file. */
    CONSTANT,
    /** An object made here; its children are the arguments of the constructor. */
    MADE,
    /** What a call returned. */
    RESULT,
    /** A lambda or method reference; its children are the captured values. */
    LAMBDA,
    /** A field of the parent. */
    FIELD,
    /** An element of the parent, an array or a collection. */
    ELEMENT,
    /** The read lock of the parent. */
    READ_VIEW,
    /** The write lock of the parent. */
    WRITE_VIEW,
    /** A stream over the parent whose stages run in several threads. */
    PARALLEL
  }

  /** Stands for everything, where a path says what is waited for. */
  public static final Path ANY = new Path(Kind.UNKNOWN, null, "any", 0, null, null, List.of());

  private final Kind kind;
  private final Path parent;
  private final String name;
  private final int index;
  private final String type;
  private final Lambda lambda;
  private final List<Path> children;
  private final int depth;
  private final int hash;

  Path(
      Kind kind, Path parent, String name, int index, String type, Lambda lambda, List<Path> kids) {
    this.kind = kind;
    this.parent = parent;
    this.name = name;
    this.index = index;
    this.type = type;
    this.lambda = lambda;
    this.children = kids;
    int deepest = parent == null ? 0 : parent.depth + 1;
    for (Path kid : kids) {
      deepest = Math.max(deepest, kid.depth + 1);
    }
    this.depth = deepest;
    int sum = kind.hashCode();
    for (Object part : Arrays.asList(name, index, type)) {
      sum = 31 * sum + (part == null ? 0 : part.hashCode());
    }
    sum = 31 * sum + System.identityHashCode(parent);
    for (Path kid : kids) {
      sum = 31 * sum + System.identityHashCode(kid);
    }
    this.hash = sum;
  }

  public Kind kind() {
    return kind;
  }

  /** The object before the last step; null for roots. */
  public Path parent() {
    return parent;
  }

  /** Of fields {@code owner.name} with the declaring class; of allocations and calls the site. */
  public String name() {
    return name;
  }

  /** Number of the parameter; of allocations and calls the instruction. */
  public int index() {
    return index;
  }

  /** Internal name of the declared class, or null. */
  public String type() {
    return type;
  }

  /** The body of a lambda, or null. */
  public Lambda lambda() {
    return lambda;
  }

  /** Arguments of the constructor, captured values. */
  public List<Path> children() {
    return children;
  }

  /** Steps from the root, nested arguments included. */
  public int depth() {
    return depth;
  }

  /** The first of the chain of parents. */
  public Path root() {
    Path at = this;
    while (at.parent != null) {
      at = at.parent;
    }
    return at;
  }

  public boolean is(Kind other) {
    return kind == other;
  }

  /** True for the parameter of that number. */
  public boolean isParam(int number) {
    return kind == Kind.PARAM && index == number;
  }

  /** True if this is {@code prefix} or reached from it. */
  public boolean startsWith(Path prefix) {
    for (Path at = this; at != null; at = at.parent) {
      if (at == prefix) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Path that
        && kind == that.kind
        && parent == that.parent
        && index == that.index
        && java.util.Objects.equals(name, that.name)
        && java.util.Objects.equals(type, that.type)
        && java.util.Objects.equals(lambda, that.lambda)
        && sameChildren(that.children);
  }

  private boolean sameChildren(List<Path> others) {
    if (children.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < others.size(); i++) {
      if (children.get(i) != others.get(i)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return switch (kind) {
      case PARAM -> index == 0 ? "this" : "arg" + index;
      case STATIC, CLASS, CONSTANT -> name;
      case FIELD -> parent + "." + name.substring(name.lastIndexOf('.') + 1);
      case ELEMENT -> parent + "[]";
      case READ_VIEW, WRITE_VIEW, PARALLEL -> parent + "." + kind;
      case MADE -> "new " + type + "@" + index;
      case RESULT -> "call@" + index;
      default -> kind.toString();
    };
  }

  /**
   * The code behind a functional object.
   *
   * @param owner class of the method that runs
   * @param name its name
   * @param descriptor its descriptor
   * @param isStatic whether it has no receiver
   * @param makes whether it is a constructor reference
   * @param method name of the interface's method that runs it
   */
  public record Lambda(
      String owner,
      String name,
      String descriptor,
      boolean isStatic,
      boolean makes,
      String method) {}
}
