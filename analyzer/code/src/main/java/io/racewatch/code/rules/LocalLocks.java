package io.racewatch.code.rules;

import io.racewatch.code.calls.Program;
import io.racewatch.code.facts.Event;
import io.racewatch.code.facts.MethodBody;
import io.racewatch.code.facts.Path;
import io.racewatch.code.facts.Path.Kind;
import io.racewatch.code.summary.Locks;
import java.util.List;

/** Names of locks that one method makes, also where they are reached by fields of each other. */
final class LocalLocks {
  private final Program program;

  LocalLocks(Program program) {
    this.program = program;
  }

  /** The name of the lock as lock orders are compared by it, or null. */
  String name(Locks.Use use) {
    Path made = made(use.path());
    if (made == null) {
      return LockClass.ofElements(use);
    }
    return isFactorys(made) ? LockClass.ofType(use) : site(made);
  }

  /** Whether a called method made it, so that how it is linked is for its class to say. */
  boolean isFactorys(Path made) {
    MethodBody maker = made.is(Kind.MADE) ? program.body(made.name()) : null;
    for (Event event : maker == null ? List.<Event>of() : maker.events()) {
      if (event.at() == made.index()
          && event instanceof Event.Call call
          && !call.name().equals("<init>")) {
        return !call.meaning().jdk();
      }
    }
    return false;
  }

  /** Whether both are surely the lock of one allocation, of which one is reached by a field. */
  boolean same(Locks.Use a, Locks.Use b) {
    Path one = made(a.path());
    Path other = made(b.path());
    boolean byField = a.path().is(Kind.FIELD) || b.path().is(Kind.FIELD);
    return byField && one != null && other != null && site(one).equals(site(other));
  }

  private static String site(Path made) {
    return made.name() + "@" + made.index();
  }

  /** The allocation that a path leads to, or null. */
  private Path made(Path path) {
    if (path.is(Kind.MADE)) {
      return path;
    }
    Path object = path.is(Kind.FIELD) ? made(path.parent()) : null;
    return object == null ? null : stored(object, path.name());
  }

  /**
   * What the method that makes an object puts into its field, itself or by one call of a setter, if
   * nobody else is seen to put there.
   */
  private Path stored(Path object, String field) {
    Path found = null;
    for (Program.Stored each : program.stores(field)) {
      Path base = each.base();
      boolean setter = base != null && base.isParam(0) && !each.in().initializes();
      boolean here = base != null && base.is(Kind.MADE);
      if (!setter && !here) {
        return null;
      }
      if (setter || site(base).equals(site(object))) {
        Path value = setter ? given(object, each) : each.value();
        boolean known = value != null && value.is(Kind.MADE) && found == null;
        if (!known || here && !each.in().key().equals(object.name())) {
          return null;
        }
        found = value;
      }
    }
    return found;
  }

  /**
   * What the maker of an object gives to a setter of it, in the one call that there is; or null.
   */
  private Path given(Path object, Program.Stored store) {
    MethodBody maker = program.body(object.name());
    if (maker == null || !store.value().is(Kind.PARAM)) {
      return null;
    }
    Path given = null;
    for (Event event : maker.events()) {
      boolean calls =
          event instanceof Event.Call call
              && call.instance()
              && store.in().signature().equals(call.name() + call.descriptor());
      if (calls && isOn(object, (Event.Call) event)) {
        if (given != null) {
          return null;
        }
        given = ((Event.Call) event).arguments().get(store.value().index());
      }
    }
    return given;
  }

  private static boolean isOn(Path object, Event.Call call) {
    Path receiver = call.arguments().get(0);
    return receiver.is(Kind.MADE) && site(receiver).equals(site(object));
  }
}
