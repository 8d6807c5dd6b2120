package io.racewatch.code.pattern;

import io.racewatch.bytecode.FieldFact;
import io.racewatch.code.flow.FieldUses;
import io.racewatch.code.flow.MethodView;
import io.racewatch.code.flow.Value;
import io.racewatch.code.flow.Ways;
import io.racewatch.model.Certainty;
import io.racewatch.model.Operation;
import io.racewatch.model.Rule;
import java.util.BitSet;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * A put into a concurrent map that a look at the same key decided, or whose value was computed from
 * what was there, with no lock around the two.
 */
final class MapCheckThenAct implements PatternRule {
  private static final String MAP = "java/util/concurrent/ConcurrentMap";
  private static final Set<String> LOOKS = Set.of("get", "containsKey", "getOrDefault");

  @Override
  public Rule rule() {
    return Rule.NON_ATOMIC_UPDATE;
  }

  @Override
  public void check(MethodView method, Sink to) {
    if (method.isInitializer()) {
      return;
    }
    for (int i = 0; i < method.size(); i++) {
      MethodInsnNode call = method.call(i);
      boolean puts =
          call != null && call.name.equals("put") && call.desc.startsWith("(Ljava/lang/O");
      if (puts && isMap(method, i) && !method.owner().callers().cover(method, i)) {
        check(method, i, to);
      }
    }
  }

  private void check(MethodView method, int put, Sink to) {
    for (int look = 0; look < method.size(); look++) {
      MethodInsnNode call = method.call(look);
      if (call == null || !LOOKS.contains(call.name) || !looksAt(method, look, put)) {
        continue;
      }
      BitSet after = Ways.after(method.flow(), look);
      if (!after.get(put)) {
        continue;
      }
      boolean computed =
          feeds(method, look, method.argument(put, 1), 0) || mayFeed(method, look, put);
      if (computed || Decisions.of(method, look, put)) {
        report(method, look, put, computed, to);
        return;
      }
    }
  }

  /**
   * A map of the JDK in a field: one that nobody else can see needs no atomic steps, and maps of
   * other libraries have ways of their own.
   */
  private static boolean isMap(MethodView method, int at) {
    if (!method.isReached(at)) {
      return false;
    }
    Value map = method.receiver(at);
    return map.isField()
        && map.isPath()
        && (isConcurrent(method, map) || isDeclaredWider(method, map));
  }

  private static boolean isConcurrent(MethodView method, Value map) {
    return map.className().startsWith("java/util/concurrent/")
        && method.owner().isA(map.className(), MAP);
  }

  /**
   * Whether a final field is declared as some map, and nothing but concurrent ones is put in it.
   */
  private static boolean isDeclaredWider(MethodView method, Value map) {
    FieldFact fact = method.owner().types().field(map.owner(), map.name(), map.type());
    boolean fixed = fact != null && fact.isFinal() && map.owner().equals(method.owner().name());
    if (!fixed || !map.className().equals("java/util/Map")) {
      return false;
    }
    int writes = 0;
    for (FieldUses.Use use : method.owner().uses().of(map.owner(), map.name())) {
      if (use.write() && use.method().isReached(use.insn())) {
        writes++;
        if (!isConcurrent(use.method(), use.method().flow().operand(use.insn(), 0))) {
          return false;
        }
      }
    }
    return writes > 0;
  }

  private static boolean looksAt(MethodView method, int look, int put) {
    if (!isMap(method, look) || !method.receiver(look).alike(method.receiver(put))) {
      return false;
    }
    Value key = method.argument(look, 0);
    Value other = method.argument(put, 0);
    return key.alike(other) || key.equals(other) && key.kind() == Value.Kind.CONSTANT;
  }

  /** Whether a value is computed from the result of a call. */
  private static boolean feeds(MethodView method, int look, Value value, int depth) {
    boolean made = value.kind() == Value.Kind.CALL || value.kind() == Value.Kind.COMPUTED;
    if (!made || value.index() < 0 || depth > 4) {
      return false;
    }
    if (value.index() == look) {
      return true;
    }
    AbstractInsnNode insn = method.insn(value.index());
    boolean box = isBox(insn);
    boolean arithmetic = insn.getOpcode() >= Opcodes.IADD && insn.getOpcode() <= Opcodes.LXOR;
    for (int i = 0; (box || arithmetic) && i <= (arithmetic ? 1 : 0); i++) {
      if (feeds(method, look, method.flow().operand(value.index(), i), depth + 1)) {
        return true;
      }
    }
    return false;
  }

  /** For {@code old == null ? 1 : old + 1}, whose value is not one thing. */
  private static boolean mayFeed(MethodView method, int look, int put) {
    Value value = method.argument(put, 1);
    if (value.kind() == Value.Kind.CALL && isBox(method.insn(value.index()))) {
      value = method.flow().operand(value.index(), 0);
    }
    if (value.kind() != Value.Kind.OTHER) {
      return false;
    }
    for (int i = look + 1; i < put; i++) {
      boolean arithmetic = method.opcode(i) >= Opcodes.IADD && method.opcode(i) <= Opcodes.LXOR;
      if (arithmetic && feeds(method, look, Value.computedAt(i), 0)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBox(AbstractInsnNode insn) {
    return insn instanceof MethodInsnNode call
        && (call.name.equals("valueOf") || call.name.endsWith("Value"));
  }

  /**
   * Whether a method made the value, as caches have it: then both threads may well put the same.
   */
  private static boolean isFromKey(MethodView method, int put) {
    Value value = method.argument(put, 1);
    boolean call = value.kind() == Value.Kind.CALL && value.index() >= 0;
    return call && !isBox(method.insn(value.index()));
  }

  private void report(MethodView method, int look, int put, boolean computed, Sink to) {
    boolean sure = computed || !isFromKey(method, put);
    to.found(
            this,
            sure ? Certainty.LIKELY : Certainty.POSSIBLE,
            LockNames.of(method.receiver(put), method))
        .at(method, put, Operation.CALL)
        .at(method, look, Operation.CALL)
        .say(
            (computed ? "a value changed by get and put" : "looked up and then put")
                + " without a lock in "
                + Sink.method(method),
            computed
                ? "Two threads that do this at once for one key compute from the same old value,"
                    + " and one update is lost. Use merge or compute."
                : "Between the look and the put another thread may put for the same key; one of the"
                    + " two values is then lost or used beside the other. Use putIfAbsent or"
                    + " computeIfAbsent.");
  }
}
