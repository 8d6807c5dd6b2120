package io.racewatch.instrument.weave;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/**
 * Which operands and locals hold the same value, in straight-line code. Equal values have one
 * token; nothing is known of the others, nor of what was on the stack before.
 */
final class SymbolicStack {
  /** A value; its width counts for instructions that copy words. */
  private static final class Value {
    private final Boolean wide;

    Value(Boolean wide) {
      this.wide = wide;
    }

    boolean isNarrow() {
      return Boolean.FALSE.equals(wide);
    }

    boolean isWide() {
      return Boolean.TRUE.equals(wide);
    }
  }

  private final List<Value> stack = new ArrayList<>();
  private final Map<Integer, Value> locals = new HashMap<>();

  /** Values that were dereferenced, and so are not null. */
  private final Set<Object> used = new HashSet<>();

  private final Value self;

  /**
   * An empty one.
   *
   * @param hasThis local 0 is {@code this}, unless it is stored into
   */
  SymbolicStack(boolean hasThis) {
    self = hasThis ? new Value(false) : null;
    clear();
  }

  /** Forgets all but {@code this}. */
  void clear() {
    Value zero = locals.get(0);
    boolean kept = self != null && (zero == self || locals.isEmpty());
    stack.clear();
    locals.clear();
    used.clear();
    locals.put(0, kept ? self : new Value(null));
    if (kept) {
      used.add(self);
    }
  }

  void push(boolean wide) {
    stack.add(new Value(wide));
  }

  Object pop() {
    return stack.isEmpty() ? new Value(null) : stack.remove(stack.size() - 1);
  }

  /** Whether the object was not used before; it has been from now on. */
  boolean isNewlyUsed(Object value) {
    return used.add(value);
  }

  /** The local has another value. */
  void changed(int local) {
    locals.put(local, new Value(false));
  }

  /** A load or store; false: not known. */
  boolean local(int opcode, int local) {
    if (opcode == Opcodes.RET) {
      return false;
    }
    boolean wide =
        opcode == Opcodes.LLOAD
            || opcode == Opcodes.DLOAD
            || opcode == Opcodes.LSTORE
            || opcode == Opcodes.DSTORE;
    if (opcode < Opcodes.ISTORE) {
      stack.add(locals.computeIfAbsent(local, any -> new Value(wide)));
      return true;
    }
    Value stored = (Value) pop();
    Value before = locals.get(local - 1);
    if (before != null && before.isWide()) {
      locals.remove(local - 1);
    }
    if (wide) {
      locals.remove(local + 1);
    }
    locals.put(local, stored);
    return true;
  }

  /** Whether an instruction without operands in the code may end in an exception. */
  static boolean mayThrow(int opcode) {
    switch (opcode) {
      case Opcodes.IDIV, Opcodes.LDIV, Opcodes.IREM, Opcodes.LREM, Opcodes.ARRAYLENGTH:
        return true;
      default:
        return false;
    }
  }

  /** An instruction without operands in the code; false: not one that is followed. */
  boolean step(int opcode) {
    if (opcode <= Opcodes.DCONST_1) {
      if (opcode != Opcodes.NOP) {
        push(isWideConstant(opcode));
      }
      return true;
    }
    if (opcode >= Opcodes.POP && opcode <= Opcodes.SWAP) {
      return move(opcode);
    }
    if (opcode >= Opcodes.IADD && opcode <= Opcodes.DCMPG || opcode == Opcodes.ARRAYLENGTH) {
      compute(opcode);
      return true;
    }
    return false;
  }

  private static boolean isWideConstant(int opcode) {
    return opcode == Opcodes.LCONST_0
        || opcode == Opcodes.LCONST_1
        || opcode == Opcodes.DCONST_0
        || opcode == Opcodes.DCONST_1;
  }

  private void compute(int opcode) {
    boolean unary =
        opcode == Opcodes.ARRAYLENGTH
            || opcode >= Opcodes.INEG && opcode <= Opcodes.DNEG
            || opcode >= Opcodes.I2L && opcode <= Opcodes.I2S;
    pop();
    if (!unary) {
      pop();
    }
    push(isWideResult(opcode));
  }

  private static boolean isWideResult(int opcode) {
    if (opcode <= Opcodes.DNEG) {
      return (opcode - Opcodes.IADD & 1) == 1; // int, long, float, double by turns
    }
    if (opcode <= Opcodes.LXOR) {
      return (opcode - Opcodes.ISHL & 1) == 1; // int, long by turns
    }
    switch (opcode) {
      case Opcodes.I2L, Opcodes.I2D, Opcodes.L2D, Opcodes.F2L, Opcodes.F2D, Opcodes.D2L:
        return true;
      default:
        return false;
    }
  }

  private boolean move(int opcode) {
    Value top = (Value) pop();
    switch (opcode) {
      case Opcodes.POP:
        return true;
      case Opcodes.DUP:
        add(top, top);
        return true;
      case Opcodes.SWAP:
        add(top, (Value) pop());
        return true;
      case Opcodes.DUP_X1:
        add(top, (Value) pop(), top);
        return true;
      case Opcodes.POP2:
        return top.isWide() || top.isNarrow() && ((Value) pop()).isNarrow();
      case Opcodes.DUP2:
        return copyTwo(top);
      default:
        return false;
    }
  }

  private boolean copyTwo(Value top) {
    if (top.isWide()) {
      add(top, top);
      return true;
    }
    Value below = (Value) pop();
    add(below, top, below, top);
    return top.isNarrow();
  }

  private void add(Value... values) {
    stack.addAll(List.of(values));
  }
}
