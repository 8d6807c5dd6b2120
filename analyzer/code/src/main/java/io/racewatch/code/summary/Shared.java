package io.racewatch.code.summary;

import io.racewatch.code.calls.ClassFacts;
import io.racewatch.code.calls.Program;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/** Which fields can race at all: neither final nor volatile, of the program, not made by tools. */
final class Shared {
  private static final Set<String> CONFINED = Set.of("ThreadConfined", "LazyInit", "NotThreadSafe");

  private final Program program;
  private final Map<String, Boolean> known = new HashMap<>();

  Shared(Program program) {
    this.program = program;
  }

  boolean field(String key) {
    return known.computeIfAbsent(key, this::look);
  }

  private boolean look(String key) {
    ClassFacts.Field field = program.classes().field(key);
    if (field == null) {
      return false;
    }
    boolean fixed =
        field.has(Opcodes.ACC_FINAL)
            || field.has(Opcodes.ACC_VOLATILE)
            || field.has(Opcodes.ACC_SYNTHETIC);
    return !fixed && CONFINED.stream().noneMatch(field.annotations()::containsKey);
  }
}
