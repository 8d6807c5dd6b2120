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
  private static final Set<String> MEETINGS =
      Set.of(
          "java/util/concurrent/CyclicBarrier",
          "java/util/concurrent/Phaser",
          "java/util/concurrent/Exchanger");
  private static final Set<String> INTERRUPTS =
      Set.of("interrupt", "interrupted", "isInterrupted", "sleep");

  private final MethodBody body;
  private final Paths paths;
  private final OrderNames names;
  private final List<Signal> all = new ArrayList<>();
  private final Map<Integer, Orders> known = new HashMap<>();

  /** At an instruction, names are written, read, or both. */
  private record Signal(int at, Signalled written, Signalled read) {}

  Signals(MethodBody body, Surroundings around) {
    this.body = body;
    this.paths = around.program().paths();
    this.names = around.orders();
  }

  /** A field access, which counts if the field is volatile. */
  void field(Event.FieldAccess access, Program program) {
    ClassFacts.Field field = program.classes().field(access.field());
    if (field != null && field.has(Opcodes.ACC_VOLATILE)) {
      Signalled name = Signalled.field(access.field(), names);
      all.add(signal(access.at(), access.write() ? name : null, access.write() ? null : name));
    }
  }

  private static Signal signal(int at, Signalled written, Signalled read) {
    return new Signal(
        at, written == null ? Signalled.NONE : written, read == null ? Signalled.NONE : read);
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
    boolean meets = MEETINGS.contains(call.owner());
    Path name = receiver == null || task && !meets || lock ? null : Orders.name(receiver);
    if (name != null && (waits || wakes || concurrent(call.type()) || concurrent(call.owner()))) {
      boolean reads = waits || !meets && READS.contains(call.name());
      boolean writes = wakes || !meets && WRITES.contains(call.name());
      Signalled its = Signalled.object(name, names);
      all.add(signal(call.at(), reads ? null : its, writes ? null : its));
    }
  }

  private void note(Event.Call call, Path name, boolean writes) {
    Signalled its = Signalled.object(name, names);
    all.add(signal(call.at(), writes ? its : null, its));
  }

  private static boolean concurrent(String type) {
    return type.startsWith("java/util/concurrent/");
  }

  /** What a called method does. */
  void callee(int at, Orders its) {
    if (!its.isEmpty()) {
      all.add(new Signal(at, its.after(), its.before()));
    }
  }

  /** All that the method does. */
  Orders total() {
    Signalled written = Signalled.NONE;
    Signalled read = Signalled.NONE;
    for (Signal each : all) {
      written = written.and(each.written);
      read = read.and(each.read);
    }
    return Orders.NONE.and(new Orders(written, read));
  }

  /** What is written after an instruction and read before it. */
  Orders around(int at) {
    return all.isEmpty() ? Orders.NONE : known.computeIfAbsent(at, this::look);
  }

  private Orders look(int at) {
    Signalled after = Signalled.NONE;
    Signalled before = Signalled.NONE;
    for (Signal each : all) {
      if (!each.written.isEmpty() && body.flow().after(at).get(each.at)) {
        after = after.and(each.written);
      }
      if (!each.read.isEmpty() && body.flow().after(each.at).get(at)) {
        before = before.and(each.read);
      }
    }
    return new Orders(after, before);
  }
}
