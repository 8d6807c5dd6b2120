package io.racewatch.instrument.weave;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;

/**
 * Builds frames. In the lists here a long or double is one entry; the analyzer's own lists have an
 * empty entry after it.
 */
final class Frames {
  private Frames() {}

  /** A copy of the analyzer's list without its last slots, long and double as one entry. */
  static List<Object> compact(List<Object> slots, int dropped) {
    List<Object> entries = new ArrayList<>();
    int end = slots.size() - dropped;
    for (int i = 0; i < end; i++) {
      Object entry = slots.get(i);
      entries.add(entry);
      if (isWide(entry)) {
        i++;
      }
    }
    return entries;
  }

  /** Locals as in a frame, filled up to a number of slots. */
  static List<Object> padded(Object[] locals, int count, int slots) {
    List<Object> entries = new ArrayList<>(slots);
    int used = 0;
    for (int i = 0; i < count; i++) {
      entries.add(locals[i]);
      used += isWide(locals[i]) ? 2 : 1;
    }
    for (; used < slots; used++) {
      entries.add(Opcodes.TOP);
    }
    return entries;
  }

  static boolean isWide(Object entry) {
    return entry == Opcodes.LONG || entry == Opcodes.DOUBLE;
  }
}
