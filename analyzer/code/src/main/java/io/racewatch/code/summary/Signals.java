package io.racewatch.code.summary;

import io.racewatch.code.api.Effect;
import io.racewatch.code.calls.ClassFacts;
import io.racewatch.code.calls.Program;
import io.racewatch.code.facts.Event;
import io.racewatch.code.facts.MethodBody;
import io.racewatch.code.facts.Path;
import io.racewatch.code.facts.Paths;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/** Where one method writes and reads variables that order threads, and what comes before them. */
final class Signals {
  private static final String HANDLE = "java/lang/invoke/VarHandle";
  private static final Set<String> READS =
      Set.of("await", "take", "poll", "peek", "get", "acquire", "tryAcquire", "isEmpty", "size");
  private static final Set<String> WRITES =
      Set.of("countDown", "put", "add", "offer", "set", "lazySet", "release");
  private static final Set<String> INTERRUPTS =
      Set.of("interrupt", "interrupted", "isInterrupted", "sleep");

  private final MethodBody body;
  private final Paths paths;
  private final List<Signal> all = new ArrayList<>();
  private final Map<Integer, Orders> known = new HashMap<>();

  /** At an instruction, a name is written, read, or both. */
  private record Signal(int at, Set<Path> written, Set<Path> read) {}

  Signals(MethodBody body, Paths paths) {
    this.body = body;
    this.paths = paths;
  }

  /** A field access, which counts if the field is volatile. */
  void field(Event.FieldAccess access, Program program) {
    ClassFacts.Field field = program.classes().field(access.field());
    if (field != null && field.has(Opcodes.ACC_VOLATILE)) {
      Set<Path> name = Set.of(paths.ofStatic(access.field(), null));
      all.add(
          new Signal(
              access.at(), access.write() ? name : Set.of(), access.write() ? Set.of() : name));
    }
  }

  /** A call, which counts if it is one of a synchroniser or of a concurrent collection. */
  void call(Event.Call call, Path receiver) {
    if (call.owner().equals("java/lang/Thread") && INTERRUPTS.contains(call.name())) {
      note(call, paths.constant("interrupt", null), call.name().equals("interrupt"));
      return;
    }
    if (call.owner().equals(HANDLE)) {
      note(call, paths.constant("handle", null), true);
      return;
    }
    boolean task = call.meaning().has(Effect.FORK) || call.meaning().has(Effect.JOIN);
    boolean waits = call.owner().equals("java/lang/Object") && call.name().equals("wait");
    boolean wakes = call.owner().equals("java/lang/Object") && call.name().startsWith("notify");
    boolean lock = call.type().contains("/locks/") && !call.type().endsWith("Condition");
    Path name = receiver == null || task || lock ? null : Orders.name(receiver);
    if (name != null && (waits || wakes || concurrent(call.type()) || concurrent(call.owner()))) {
      boolean reads = waits || READS.contains(call.name());
      boolean writes = wakes || WRITES.contains(call.name());
      all.add(
          new Signal(call.at(), reads ? Set.of() : Set.of(name), writes ? Set.of() : Set.of(name)));
    }
  }

  private void note(Event.Call call, Path name, boolean writes) {
    all.add(new Signal(call.at(), writes ? Set.of(name) : Set.of(), Set.of(name)));
  }

  private static boolean concurrent(String type) {
    return type.startsWith("java/util/concurrent/");
  }

  /** What a called method does. */
  void callee(int at, Orders its) {
    if (!its.after().isEmpty() || !its.before().isEmpty()) {
      all.add(new Signal(at, its.after(), its.before()));
    }
  }

  /** All that the method does. */
  Orders total() {
    Set<Path> written = new HashSet<>();
    Set<Path> read = new HashSet<>();
    for (Signal each : all) {
      written.addAll(each.written);
      read.addAll(each.read);
    }
    return Orders.NONE.and(new Orders(Set.copyOf(written), Set.copyOf(read)));
  }

  /** What is written after an instruction and read before it. */
  Orders around(int at) {
    return all.isEmpty() ? Orders.NONE : known.computeIfAbsent(at, this::look);
  }

  private Orders look(int at) {
    Set<Path> after = new HashSet<>();
    Set<Path> before = new HashSet<>();
    for (Signal each : all) {
      boolean writes = after.size() < Orders.KEPT && !after.containsAll(each.written);
      if (writes && body.flow().after(at).get(each.at)) {
        after.addAll(each.written);
      }
      boolean reads = before.size() < Orders.KEPT && !before.containsAll(each.read);
      if (reads && body.flow().after(each.at).get(at)) {
        before.addAll(each.read);
      }
    }
    return Orders.NONE.and(new Orders(Set.copyOf(after), Set.copyOf(before)));
  }
}
