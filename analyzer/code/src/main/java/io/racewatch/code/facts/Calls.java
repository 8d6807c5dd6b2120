package io.racewatch.code.facts;

import io.racewatch.code.api.Meaning;
import io.racewatch.code.facts.Held.Mode;
import io.racewatch.model.catalog.Effect;
import io.racewatch.model.catalog.Row;
import io.racewatch.model.catalog.Subject;
import io.racewatch.model.catalog.When;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodInsnNode;

/** What calls do to the locks held. */
final class Calls {
  static final String STAMPED = "java/util/concurrent/locks/StampedLock";

  private Calls() {}

  /** The best that is known of the receiver's class; the owner in the instruction if no more is. */
  static String receiverType(World world, MethodInsnNode call, Val receiver) {
    if (receiver == null || receiver.path() == null || call.getOpcode() == Opcodes.INVOKESPECIAL) {
      return call.owner;
    }
    Path path = receiver.path();
    boolean exact = path.is(Path.Kind.MADE) && !path.type().startsWith("[");
    boolean known = exact && !path.type().equals("serial");
    // An iterator or stream of a collection goes by the collection's path, but is none.
    return known && world.meanings().isA(path.type(), call.owner) ? path.type() : call.owner;
  }

  /** The lock held if the call returns true, or a stamp other than 0; or null. */
  static Held.Lock attempt(
      World world, MethodInsnNode call, Meaning meaning, List<? extends Val> values) {
    for (Row row : meaning.locks()) {
      boolean asks = row.when() == When.EXIT_IF_TRUE || row.when() == When.EXIT_IF_NON_ZERO;
      if (row.effect() == Effect.ACQUIRE && asks) {
        return lock(world, subject(row, call, values), row.shared(), 0);
      }
    }
    if (call.name.equals("holdsLock") && call.owner.equals("java/lang/Thread")) {
      return new Held.Lock(path(world, values), Mode.EXCLUSIVE, true, 1, 0);
    }
    boolean asked =
        call.name.equals("isHeldByCurrentThread")
            || call.name.equals("isWriteLockedByCurrentThread");
    if (asked && meaning.jdk()) {
      return lock(world, path(world, values), false, 0);
    }
    if (call.name.equals("tryConvertToWriteLock") && call.owner.equals(STAMPED)) {
      return lock(world, path(world, values), false, 0);
    }
    for (World.Net net : nets(world, call, values)) {
      if (net.conditional()) {
        return net.lock();
      }
    }
    return null;
  }

  private static Path path(World world, List<? extends Val> values) {
    Path first = values.get(0).path();
    return first == null ? world.paths().unknown(null) : first;
  }

  static Path subject(Row row, MethodInsnNode call, List<? extends Val> values) {
    int first = call.getOpcode() == Opcodes.INVOKESTATIC ? 0 : 1;
    int at = row.subject().kind() == Subject.Kind.ARGUMENT ? first + row.subject().index() : 0;
    return at < values.size() ? values.get(at).path() : null;
  }

  /** A lock as rows and views tell it. */
  static Held.Lock lock(World world, Path path, boolean shared, int line) {
    Path of = path == null ? world.paths().unknown(null) : path;
    if (of.is(Path.Kind.READ_VIEW)) {
      return new Held.Lock(of.parent(), Mode.SHARED, false, 1, line);
    }
    if (of.is(Path.Kind.WRITE_VIEW)) {
      return new Held.Lock(of.parent(), Mode.EXCLUSIVE, false, 1, line);
    }
    return new Held.Lock(of, shared ? Mode.SHARED : Mode.EXCLUSIVE, false, 1, line);
  }

  /** What one of the program's own methods does to the locks, in the terms of its caller. */
  static List<World.Net> nets(World world, MethodInsnNode call, List<? extends Val> values) {
    List<World.Net> own = world.nets().of(call.owner, call.name, call.desc);
    if (own.isEmpty()) {
      return own;
    }
    boolean isStatic = call.getOpcode() == Opcodes.INVOKESTATIC;
    Paths.Substitution here =
        world.paths().new Substitution() {
          @Override
          protected Path root(Path root) {
            if (!root.is(Path.Kind.PARAM)) {
              return null;
            }
            int at = isStatic ? root.index() - 1 : root.index();
            Path value = at >= 0 && at < values.size() ? values.get(at).path() : null;
            return value == null ? world.paths().unknown(root.type()) : value;
          }
        };
    List<World.Net> seen = new ArrayList<>();
    for (World.Net net : own) {
      Held.Lock lock = net.lock();
      Path path = here.of(lock.path());
      seen.add(
          new World.Net(
              new Held.Lock(path, lock.mode(), lock.monitor(), lock.count(), 0),
              net.conditional()));
    }
    return seen;
  }
}
