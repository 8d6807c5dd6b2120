package io.racewatch.instrument.weave;

import io.racewatch.bytecode.MethodFacts;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** A call of java.util.Arrays that reads or writes a whole range of an array. */
final class RangeProbe extends Probe {
  private final Call call;
  private final Use use;
  private ArrayName first;
  private ArrayName second;

  /** What a method does with its arguments. */
  private enum Use {
    READ,
    WRITE,
    READ_BOTH,
    COPY
  }

  private RangeProbe(Call call, Use use) {
    this.call = call;
    this.use = use;
  }

  /** The probe of a call, or null if the call is none of these. */
  static Probe of(Call call) {
    if (!call.owner().equals("java/util/Arrays") || !call.descriptor().startsWith("([")) {
      return null;
    }
    Use use = use(call.name());
    return use == null ? null : new RangeProbe(call, use);
  }

  private static Use use(String name) {
    switch (name) {
      case "hashCode", "toString", "binarySearch", "stream", "spliterator":
      case "deepHashCode", "deepToString":
        return Use.READ;
      case "fill", "sort", "parallelSort", "setAll", "parallelSetAll", "parallelPrefix":
        return Use.WRITE;
      case "equals", "mismatch", "compare", "compareUnsigned", "deepEquals":
        return Use.READ_BOTH;
      case "copyOf", "copyOfRange":
        return Use.COPY;
      default:
        return null;
    }
  }

  @Override
  int hooks() {
    return use == Use.COPY || use == Use.READ_BOTH ? 2 : 1;
  }

  @Override
  boolean needsFacts() {
    return true;
  }

  @Override
  boolean settle(MethodFacts facts, int instruction) {
    int count = call.arguments().length;
    first = name(facts, instruction, count - 1, 0);
    int other = other();
    second = use == Use.READ_BOTH ? name(facts, instruction, count - 1 - other, other) : null;
    return true;
  }

  /** Which argument is the other array: each may be followed by its range. */
  private int other() {
    return call.arguments().length > 1 && call.arguments()[1] == Type.INT_TYPE ? 3 : 1;
  }

  private ArrayName name(MethodFacts facts, int instruction, int depth, int argument) {
    return ArrayName.of(
        facts.operand(instruction, depth), call.arguments()[argument].getClassName());
  }

  @Override
  void weave(Code code) {
    Operands operands = Operands.spill(code, call, false, 0);
    // …
    operands.reload(code);
    call.write(code);
    // … result, or …
    operands.pushArgument(code, 0);
    // … array
    range(code, operands);
    // … array from to
    hook(code, use == Use.WRITE ? "writeRange" : "readRange", first);
    // …
    if (use == Use.READ_BOTH) {
      operands.pushArgument(code, other());
      if (other() == 1) {
        whole(code);
      } else {
        operands.pushArgument(code, 4);
        operands.pushArgument(code, 5);
      }
      // … array from to
      hook(code, "readRange", second);
    } else if (use == Use.COPY) {
      code.insn(Opcodes.DUP);
      whole(code);
      // … result result from to
      Type result = call.result();
      hook(code, "writeRange", new ArrayName(result.getClassName(), "", 0));
    }
    // … result, or …
  }

  /** Pushes the range: given by arguments one and two, or by the new length, or all. */
  private void range(Code code, Operands operands) {
    if (operands.isInt(1) && operands.isInt(2) && hasRange(operands)) {
      operands.pushArgument(code, 1);
      operands.pushArgument(code, 2);
    } else if (call.name().equals("copyOf")) {
      code.push(0);
      operands.pushArgument(code, 1);
    } else {
      whole(code);
    }
  }

  /** {@code binarySearch(int[], from, to, key)} has a range; {@code fill(int[], value)} none. */
  private boolean hasRange(Operands operands) {
    return call.name().equals("binarySearch") ? operands.count() >= 4 : operands.count() >= 3;
  }

  private static void whole(Code code) {
    code.push(0);
    code.push(Integer.MAX_VALUE);
  }

  private static void hook(Code code, String name, ArrayName array) {
    code.hook(name, "Ljava/lang/Object;II", array.site(code));
  }
}
