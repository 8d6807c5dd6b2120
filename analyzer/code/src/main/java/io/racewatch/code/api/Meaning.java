package io.racewatch.code.api;

import io.racewatch.model.catalog.Row;
import java.util.List;
import java.util.Map;

/**
 * What a call of one method means.
 *
 * @param effects by kind, from {@code threads.txt}
 * @param locks rows of the catalogue that request, acquire or release a lock
 * @param library 0, or 1 for a read and 2 for a write of a library object that is not thread-safe
 * @param libraryArgument the same of argument 0
 * @param jdk whether the method belongs to the JDK
 */
public record Meaning(
    Map<Effect, ThreadRow> effects,
    List<Row> locks,
    int library,
    int libraryArgument,
    boolean jdk) {
  public Meaning {
    locks = List.copyOf(locks);
  }

  /** Whether the call has the effect. */
  public boolean has(Effect effect) {
    return effects.containsKey(effect);
  }

  /** The row of an effect, or null. */
  public ThreadRow row(Effect effect) {
    return effects.get(effect);
  }

  /** Whether the call means nothing but itself. */
  public boolean isPlain() {
    return effects.isEmpty() && locks.isEmpty() && library == 0 && libraryArgument == 0;
  }
}
