package io.racewatch.code.pattern;

import io.racewatch.bytecode.FieldFact;
import io.racewatch.code.flow.ClassView;
import io.racewatch.code.flow.FieldUses.Use;
import io.racewatch.code.flow.Held;
import io.racewatch.code.flow.MethodView;
import io.racewatch.code.flow.Value;
import io.racewatch.model.Certainty;
import io.racewatch.model.Operation;
import io.racewatch.model.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/**
 * A field that is synchronized on and set again. Told once for a field. Where the object locked is
 * what the lock guards, a new object brings a lock of its own, and it is only possible that more is
 * meant; where the field itself is set under it, or the object is good for nothing else, it is
 * likely.
 */
final class ChangingLock implements PatternRule {
  private static final List<String> SETUPS =
      List.of("init", "start", "open", "create", "setup", "boot", "configure", "close", "stop");

  @Override
  public Rule rule() {
    return Rule.UNSTABLE_LOCK;
  }

  @Override
  public void check(ClassView type, Sink to) {
    Set<String> told = new HashSet<>();
    for (MethodView method : type.methods()) {
      for (int i = 0; i < method.size(); i++) {
        if (method.opcode(i) == Opcodes.MONITORENTER && method.isReached(i)) {
          Value lock = method.flow().operand(i, 0);
          if (lock.isField() && told.add(lock.owner() + "." + lock.name())) {
            check(method, i, lock, to);
          }
        }
      }
    }
  }

  private void check(MethodView method, int at, Value lock, Sink to) {
    FieldFact fact =
        lock.type() == null
            ? null
            : method.owner().types().field(lock.owner(), lock.name(), lock.type());
    List<Use> writes =
        method.owner().uses().laterWrites(lock.owner(), lock.name()).stream()
            .filter(use -> isNewObject(use))
            .toList();
    if (fact == null || fact.isFinal() || writes.isEmpty()) {
      return;
    }
    Use worst = writes.get(0);
    boolean underItself = false;
    boolean setup = true;
    for (Use write : writes) {
      if (holds(write, lock)) {
        underItself = true;
        worst = write;
      }
      String name = write.method().name().toLowerCase(Locale.ROOT);
      setup &= SETUPS.stream().anyMatch(name::contains);
    }
    boolean onlyALock = lock.className().equals("java/lang/Object") || lock.className().isEmpty();
    boolean likely = underItself || onlyALock && !setup;
    to.found(this, likely ? Certainty.LIKELY : Certainty.POSSIBLE, LockNames.of(lock, method))
        .at(method, at, Operation.READ)
        .at(worst.method(), worst.insn(), Operation.WRITE)
        .say(
            "a lock that is set again",
            "Threads that come before and after the field is set lock different objects, and do"
                + " not exclude each other. Synchronize on a private final field made for it.");
  }

  /** Null is no lock: whoever comes then fails, and does not pass. */
  private static boolean isNewObject(Use write) {
    return write.method().isReached(write.insn())
        && write.method().flow().operand(write.insn(), 0).kind() != Value.Kind.NULL;
  }

  private static boolean holds(Use write, Value lock) {
    for (Held held : write.method().locks().held(write.insn())) {
      if (held.lock().isField(lock.owner(), lock.name())) {
        return true;
      }
    }
    return false;
  }
}
