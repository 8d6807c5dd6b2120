package io.racewatch.code.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Private methods, and others that only this class seems to call, that are always called with some
 * lock held, or while the object is made: what they do is then no matter of theirs alone.
 */
public final class Callers {
  private static final int ROUNDS = 4;

  /** Who asserts that a lock is held says that the caller holds it. */
  private static final Set<String> ASSERTIONS =
      Set.of("holdsLock", "isHeldByCurrentThread", "isWriteLockedByCurrentThread");

  private record Call(MethodView from, int insn) {}

  private final Map<String, List<Call>> calls = new HashMap<>();
  private final Set<String> covered = new HashSet<>();

  Callers(ClassView of) {
    for (MethodView method : of.methods()) {
      for (int i = 0; i < method.size(); i++) {
        MethodInsnNode call = method.call(i);
        if (call != null && ASSERTIONS.contains(call.name)) {
          covered.add(key(method));
        }
        if (call != null && call.owner.equals(of.name())) {
          calls
              .computeIfAbsent(call.name + call.desc, any -> new ArrayList<>())
              .add(new Call(method, i));
        }
      }
    }
    for (int round = 0; round < ROUNDS; round++) {
      for (MethodView method : of.methods()) {
        cover(method);
      }
    }
  }

  private void cover(MethodView method) {
    List<Call> from = calls.getOrDefault(key(method), List.of());
    boolean open = method.is(Opcodes.ACC_PUBLIC);
    if (!open && !from.isEmpty() && from.stream().allMatch(this::isCovered)) {
      covered.add(key(method));
    }
  }

  private boolean isCovered(Call call) {
    return !call.from().isReached(call.insn())
        || call.from().isInitializer()
        || call.from().locks().anyHeld(call.insn())
        || covered.contains(key(call.from()));
  }

  private static String key(MethodView method) {
    return method.node().name + method.node().desc;
  }

  /** Whether all calls that the class shows hold a lock or come from a constructor. */
  public boolean cover(MethodView method, int insn) {
    boolean test = method.name().endsWith("ForTesting") || method.name().endsWith("ForTest");
    return test || method.locks().anyHeld(insn) || covered.contains(key(method));
  }

  /**
   * Whether all calls without a lock come from methods that are not public and that this class does
   * not call: whether those hold one is for another class to show.
   */
  public boolean isUnknown(MethodView method) {
    if (!method.is(Opcodes.ACC_PRIVATE)) {
      // By which older compilers let other classes of the file do it: who those are is not seen.
      boolean accessor = method.name().startsWith("access$");
      boolean inner = method.owner().is(Opcodes.ACC_PUBLIC) && !calls.containsKey(key(method));
      return accessor || inner && !method.is(Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED);
    }
    Set<String> seen = new HashSet<>();
    List<MethodView> open = new ArrayList<>(List.of(method));
    boolean any = false;
    while (!open.isEmpty()) {
      MethodView at = open.remove(open.size() - 1);
      for (Call call : calls.getOrDefault(key(at), List.of())) {
        if (isCovered(call) || !seen.add(key(call.from()))) {
          continue;
        }
        boolean entry = call.from().is(Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED);
        boolean called = calls.containsKey(key(call.from()));
        if (entry || !called && call.from().is(Opcodes.ACC_PRIVATE)) {
          return false;
        }
        any |= !called;
        open.add(call.from());
      }
    }
    return any;
  }
}
