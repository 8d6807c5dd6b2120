package io.racewatch.code.rules;

import io.racewatch.code.api.Origin;
import io.racewatch.code.api.OriginRows;
import io.racewatch.code.calls.ClassFacts;
import io.racewatch.code.calls.Program;
import io.racewatch.code.facts.MethodBody;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.objectweb.asm.Opcodes;

/** Which methods of the program a framework calls, and how. Not thread-safe. */
final class Origins {
  private final Program program;
  private final OriginRows rows = OriginRows.load();
  private final Map<String, Optional<Origin>> known = new HashMap<>();

  Origins(Program program) {
    this.program = program;
  }

  /** How a framework calls it; null if nothing is known to. */
  Origin of(MethodBody body) {
    return known.computeIfAbsent(body.key(), key -> Optional.ofNullable(find(body))).orElse(null);
  }

  private Origin find(MethodBody body) {
    boolean hidden = body.has(Opcodes.ACC_STATIC) || body.has(Opcodes.ACC_SYNTHETIC);
    if (hidden || body.initializes()) {
      return null;
    }
    boolean open = body.has(Opcodes.ACC_PUBLIC) || body.has(Opcodes.ACC_PROTECTED);
    ClassFacts owner = program.classes().get(body.owner());
    // Sorted, so that of several annotations always the same one counts.
    return rows.of(
        body.key(),
        body.name(),
        new TreeSet<>(body.annotations().keySet()),
        new TreeSet<>(owner.annotations().keySet()),
        type -> open && isA(body.owner(), type));
  }

  private boolean isA(String owner, String type) {
    return type.startsWith("*")
        ? implementsNamed(owner, type.substring(1))
        : program.meanings().isA(owner, type);
  }

  private boolean implementsNamed(String owner, String end) {
    for (ClassFacts at = program.classes().get(owner);
        at != null;
        at = program.classes().get(at.superName())) {
      if (at.interfaces().stream().anyMatch(each -> each.endsWith(end))) {
        return true;
      }
    }
    return false;
  }
}
