package io.racewatch.code.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;

/** Reads and writes of fields inside of one class. */
public final class FieldUses {
  /**
   * One read or write.
   *
   * @param method where
   * @param insn the instruction's index in it
   * @param write whether it writes
   */
  public record Use(MethodView method, int insn, boolean write) {}

  private final Map<String, List<Use>> uses = new HashMap<>();

  FieldUses(ClassView of) {
    for (MethodView method : of.methods()) {
      for (int i = 0; i < method.size(); i++) {
        AbstractInsnNode insn = method.insn(i);
        if (insn instanceof FieldInsnNode field) {
          int opcode = insn.getOpcode();
          boolean write = opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC;
          String owner = ValueInterpreter.declaring(of.types(), field);
          uses.computeIfAbsent(owner + "." + field.name, any -> new ArrayList<>())
              .add(new Use(method, i, write));
        }
      }
    }
  }

  /** All uses of a field. */
  public List<Use> of(String owner, String name) {
    return uses.getOrDefault(owner + "." + name, List.of());
  }

  /** Writes of a field outside of constructors and static initialisers. */
  public List<Use> laterWrites(String owner, String name) {
    return of(owner, name).stream()
        .filter(use -> use.write() && !use.method().isInitializer())
        .toList();
  }
}
