package io.racewatch.code.summary;

import io.racewatch.code.api.Meaning;
import io.racewatch.code.api.Meanings;
import io.racewatch.code.facts.Event;
import io.racewatch.code.facts.MethodBody;
import io.racewatch.code.facts.Path;
import io.racewatch.code.facts.Path.Kind;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Locks that a method makes and never lets out: each call has another one, so they keep no two
 * threads apart. Safe for several threads.
 */
final class FreshLocks {
  private final Map<Path, Boolean> known = new ConcurrentHashMap<>();

  /** Whether nobody but this call of the method can have the lock. */
  boolean has(Path lock, MethodBody in) {
    // A constructor of the program's own may let its object out.
    boolean made =
        lock.is(Kind.MADE) && lock.name().equals(in.key()) && Meanings.isJdk(lock.type());
    return made && known.computeIfAbsent(lock, k -> stays(k, in));
  }

  private static boolean stays(Path lock, MethodBody in) {
    if (lock.type().equals("java/util/List")) {
      return false;
    }
    for (Event event : in.events()) {
      if (letsOut(event, lock)) {
        return false;
      }
    }
    return true;
  }

  private static boolean letsOut(Event event, Path lock) {
    if (event instanceof Event.FieldAccess access) {
      return mentions(access.value(), lock);
    }
    if (event instanceof Event.ArrayAccess access) {
      return mentions(access.value(), lock);
    }
    if (event instanceof Event.Return end) {
      return mentions(end.value(), lock);
    }
    return event instanceof Event.Call call && letsOut(call, lock);
  }

  private static boolean letsOut(Event.Call call, Path lock) {
    List<Path> arguments = call.arguments();
    boolean own = call.instance() && isOne(arguments.get(0), lock);
    if (own && !call.name().equals("<init>") && !locks(call.meaning())) {
      return true;
    }
    for (Path each : own ? arguments.subList(1, arguments.size()) : arguments) {
      if (mentions(each, lock)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is a method of a lock or a monitor, after which no more threads know it. */
  private static boolean locks(Meaning meaning) {
    return !meaning.locks().isEmpty() && meaning.effects().isEmpty();
  }

  private static boolean mentions(Path value, Path lock) {
    if (value == null) {
      return false;
    }
    for (Path at = value; at != null; at = at.parent()) {
      if (isOne(at, lock)) {
        return true;
      }
      for (Path child : at.children()) {
        if (mentions(child, lock)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The same object; whether the constructor's arguments are known yet makes no difference. */
  private static boolean isOne(Path value, Path lock) {
    return value.is(Kind.MADE) && value.index() == lock.index() && value.name().equals(lock.name());
  }
}
