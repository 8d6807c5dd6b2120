package io.racewatch.code.flow;

import io.racewatch.bytecode.TypeIndex;
import io.racewatch.model.catalog.Catalog;
import io.racewatch.model.catalog.Effect;
import io.racewatch.model.catalog.Row;
import io.racewatch.model.catalog.Subject;
import io.racewatch.model.catalog.When;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Tells operations on locks, by the rows of the catalogue: any subtype of a lock is one. */
public final class LockOps {
  private final TypeIndex types;
  private final Catalog catalog;

  /** Makes it; safe for several threads. */
  public LockOps(TypeIndex types, Catalog catalog) {
    this.types = types;
    this.catalog = catalog;
  }

  /** Whether the call may be one, by its name alone. */
  public boolean mayBe(MethodInsnNode call) {
    for (Row row : catalog.calls(call.name, call.desc)) {
      if (row.effect() == Effect.ACQUIRE || row.effect() == Effect.RELEASE) {
        return true;
      }
    }
    return false;
  }

  /** What the instruction does; null for nothing. */
  LockOp of(AbstractInsnNode insn, int at, Flow flow) {
    switch (insn.getOpcode()) {
      case Opcodes.MONITORENTER:
        return new LockOp(LockOp.Kind.ACQUIRE, flow.operand(at, 0), true, false);
      case Opcodes.MONITOREXIT:
        return new LockOp(LockOp.Kind.RELEASE, flow.operand(at, 0), true, false);
      default:
        return insn instanceof MethodInsnNode call ? ofCall(call, at, flow) : null;
    }
  }

  private LockOp ofCall(MethodInsnNode call, int at, Flow flow) {
    if (!mayBe(call)) {
      return null;
    }
    List<Row> rows = catalog.calls(call.name, call.desc, type -> types.isSubtype(call.owner, type));
    for (Row row : rows) {
      boolean acquire = row.effect() == Effect.ACQUIRE;
      if (acquire || row.effect() == Effect.RELEASE) {
        Value lock = flow.operand(at, depth(call, row.subject()));
        boolean always = row.when() == When.EXIT || row.when() == When.ENTRY;
        LockOp.Kind kind =
            acquire ? always ? LockOp.Kind.ACQUIRE : LockOp.Kind.TRY : LockOp.Kind.RELEASE;
        return new LockOp(kind, lock, false, row.shared());
      }
    }
    return null;
  }

  private static int depth(MethodInsnNode call, Subject subject) {
    int arguments = Type.getArgumentTypes(call.desc).length;
    return subject.kind() == Subject.Kind.ARGUMENT ? arguments - 1 - subject.index() : arguments;
  }
}
