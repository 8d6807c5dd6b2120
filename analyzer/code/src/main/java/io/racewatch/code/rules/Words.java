package io.racewatch.code.rules;

import io.racewatch.code.facts.MethodBody;
import io.racewatch.code.summary.Locks;
import io.racewatch.code.summary.Touch;
import io.racewatch.code.summary.Trace;
import java.util.List;

/** Plain words for what was found. */
final class Words {
  private static final String LAMBDA = "lambda$";

  private Words() {}

  /** Such as {@code write in Counter.add}. */
  static String side(Touch touch) {
    String what =
        touch.kind() == Touch.Kind.LIBRARY
            ? touch.write() ? "change" : "use"
            : touch.write() ? "write" : "read";
    return what + " in " + method(where(touch));
  }

  /** The method that does it; not the accessor by which older compilers reach private fields. */
  private static MethodBody where(Touch touch) {
    MethodBody found = touch.trace().last().in();
    for (Trace step : touch.trace().innermostFirst()) {
      if (!step.in().name().startsWith("access$")) {
        return step.in();
      }
    }
    return found;
  }

  /** Such as {@code Counter.add}, or {@code a lambda of Counter.add}. */
  static String method(MethodBody in) {
    String owner = Refs.simple(in.owner());
    String name = in.name();
    if (name.startsWith(LAMBDA)) {
      int end = name.indexOf('$', LAMBDA.length());
      String of = name.substring(LAMBDA.length(), end < 0 ? name.length() : end);
      return "a lambda of " + owner + (of.equals("new") || of.equals("static") ? "" : "." + of);
    }
    return switch (name) {
      case "<init>" -> "the constructor of " + owner;
      case "<clinit>" -> "the initialiser of " + owner;
      default -> owner + "." + name;
    };
  }

  /** What to do about two accesses of which no lock is known that guards most uses. */
  static String advice(Touch a, Touch b) {
    boolean first = !a.locks().isEmpty();
    boolean second = !b.locks().isEmpty();
    if (first && second) {
      boolean same = held(a.locks()).equals(held(b.locks()));
      boolean shared = same && held(a.locks()).endsWith(")");
      return shared
          ? "Take the write lock to write."
          : same ? "See to it that both lock one object." : "Use one lock for both.";
    }
    if (first || second) {
      return "Take that lock at both.";
    }
    return switch (a.kind()) {
      case LIBRARY -> "Guard every use by one lock, or use a class made for several threads.";
      case ELEMENT -> "Guard every use by one lock, or use an atomic array.";
      case FIELD -> "Guard every use by one lock, or use an atomic or volatile variable.";
    };
  }

  /** The locks of both sides. */
  static String locks(Touch a, Touch b) {
    String first = held(a.locks());
    String second = held(b.locks());
    if (first.isEmpty() && second.isEmpty()) {
      return "Neither holds a lock.";
    }
    if (first.isEmpty() || second.isEmpty()) {
      Touch without = first.isEmpty() ? a : b;
      return "The " + side(without) + " holds no lock, the other one holds " + first + second + ".";
    }
    boolean same = first.equals(second);
    return same
        ? "Both hold " + first + ", which does not keep them apart."
        : "One holds " + first + ", the other " + second + ".";
  }

  /** Of an object that is known by no field the class says little. */
  private static String object(Locks.Use use) {
    return switch (use.path().kind()) {
      case FIELD, STATIC, CLASS -> "";
      default -> use.monitor() ? "the monitor of its " : "";
    };
  }

  static String held(Locks locks) {
    List<String> names =
        locks.uses().stream()
            .map(
                use ->
                    object(use)
                        + Refs.simple(Refs.lock(use))
                        + (use.mode() == io.racewatch.code.facts.Held.Mode.EXCLUSIVE
                            ? ""
                            : " (" + Refs.mode(use) + ")"))
            .distinct()
            .toList();
    return String.join(" and ", names);
  }
}
