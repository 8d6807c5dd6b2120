package io.racewatch.code.facts;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LineNumberNode;

/**
 * What the frames of one method share: its lines, and the objects whose {@code close()} gives back
 * the locks that the call that made them took.
 */
final class Openers {
  private final Map<Path, Set<Held.Lock>> taken = new HashMap<>();
  private final InsnList code;
  private final int[] lines;

  Openers(InsnList code) {
    this.code = code;
    this.lines = new int[code.size()];
    int line = 0;
    for (AbstractInsnNode at = code.getFirst(); at != null; at = at.getNext()) {
      line = at instanceof LineNumberNode number ? number.line : line;
      lines[code.indexOf(at)] = line;
    }
  }

  int line(AbstractInsnNode at) {
    return lines[code.indexOf(at)];
  }

  void add(Path object, Held.Lock lock) {
    taken.computeIfAbsent(object, k -> new HashSet<>()).add(lock);
  }

  Set<Held.Lock> of(Path object) {
    return taken.getOrDefault(object, Set.of());
  }
}
