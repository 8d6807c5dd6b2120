package io.racewatch.code.calls;

import io.racewatch.code.facts.MethodBody;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The program's classes by name, their subtypes, and the look-up of members. */
public final class ClassTable {
  private final Map<String, ClassFacts> classes = new LinkedHashMap<>();
  private final Map<String, List<ClassFacts>> children = new HashMap<>();
  private final Map<String, String> fieldKeys = new ConcurrentHashMap<>();

  void add(ClassFacts facts) {
    if (classes.putIfAbsent(facts.name(), facts) == null) {
      for (String type : facts.interfaces()) {
        children.computeIfAbsent(type, k -> new ArrayList<>()).add(facts);
      }
      if (facts.superName() != null) {
        children.computeIfAbsent(facts.superName(), k -> new ArrayList<>()).add(facts);
      }
    }
  }

  /** All classes in the order they were found. */
  public Collection<ClassFacts> all() {
    return classes.values();
  }

  /** A class of the program, or null. */
  public ClassFacts get(String name) {
    return name == null ? null : classes.get(name);
  }

  /** {@code owner.name} with the class that declares the field, as far as that is known. */
  public String fieldKey(String owner, String name) {
    return fieldKeys.computeIfAbsent(
        owner + '.' + name,
        key -> {
          ClassFacts declaring = declaring(owner, name, new HashSet<>());
          return declaring == null ? key : declaring.name() + '.' + name;
        });
  }

  private ClassFacts declaring(String owner, String name, Set<String> seen) {
    ClassFacts at = get(owner);
    if (at == null || !seen.add(owner)) {
      return null;
    }
    if (at.fields().containsKey(name)) {
      return at;
    }
    for (String type : at.interfaces()) {
      ClassFacts found = declaring(type, name, seen);
      if (found != null) {
        return found;
      }
    }
    return declaring(at.superName(), name, seen);
  }

  /** The field behind a key, or null if the class is not of the program. */
  public ClassFacts.Field field(String key) {
    int dot = key.lastIndexOf('.');
    ClassFacts owner = get(key.substring(0, dot));
    return owner == null ? null : owner.fields().get(key.substring(dot + 1));
  }

  /** The body that runs for a receiver of exactly this class, or null. */
  public MethodBody resolve(String type, String signature) {
    for (ClassFacts at = get(type); at != null; at = get(at.superName())) {
      MethodBody body = at.bodies().get(signature);
      if (body != null) {
        return body;
      }
      if (at.method(signature) != null) {
        return null;
      }
    }
    return inInterfaces(type, signature, new HashSet<>());
  }

  private MethodBody inInterfaces(String type, String signature, Set<String> seen) {
    ClassFacts at = get(type);
    if (at == null || !seen.add(type)) {
      return null;
    }
    for (String each : at.interfaces()) {
      ClassFacts face = get(each);
      MethodBody body = face == null ? null : face.bodies().get(signature);
      body = body == null ? inInterfaces(each, signature, seen) : body;
      if (body != null) {
        return body;
      }
    }
    return inInterfaces(at.superName(), signature, seen);
  }

  /** The class and all that extend or implement it, in the program; at most {@code limit + 1}. */
  public List<ClassFacts> subtypes(String type, int limit) {
    List<ClassFacts> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(type));
    while (!open.isEmpty() && found.size() <= limit) {
      String next = open.poll();
      if (seen.add(next)) {
        ClassFacts facts = get(next);
        if (facts != null) {
          found.add(facts);
        }
        for (ClassFacts child : children.getOrDefault(next, List.of())) {
          open.add(child.name());
        }
      }
    }
    return found;
  }

  /**
   * Whether a class of the program is another or extends it, as far as the program's code shows.
   */
  public boolean isA(String type, String of) {
    Deque<String> open = new ArrayDeque<>(List.of(type));
    Set<String> seen = new HashSet<>();
    while (!open.isEmpty()) {
      String next = open.poll();
      if (next.equals(of)) {
        return true;
      }
      ClassFacts facts = seen.add(next) ? get(next) : null;
      if (facts != null) {
        open.addAll(facts.interfaces());
        if (facts.superName() != null) {
          open.add(facts.superName());
        }
      }
    }
    return false;
  }
}
