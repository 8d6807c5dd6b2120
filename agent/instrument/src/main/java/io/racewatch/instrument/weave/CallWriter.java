package io.racewatch.instrument.weave;

import io.racewatch.bytecode.Origin;
import io.racewatch.instrument.weave.CallRules.GuardedRow;
import io.racewatch.model.catalog.Effect;
import io.racewatch.model.catalog.Row;
import io.racewatch.model.catalog.Subject;
import io.racewatch.model.catalog.When;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes one call with the hooks before it, after it, and where it throws. */
final class CallWriter {
  private final Code code;
  private final Call call;
  private final Operands operands;
  private final List<GuardedRow> rows;
  private final HookWriter hooks;
  private Temp result;
  private int dropped;
  private boolean inHandler;

  CallWriter(
      Code code,
      Call call,
      Operands operands,
      List<GuardedRow> rows,
      Origin receiver,
      Origin[] arguments,
      boolean checks) {
    this.code = code;
    this.call = call;
    this.operands = operands;
    this.rows = rows;
    this.hooks = new HookWriter(code, call, operands, receiver, arguments, checks);
  }

  /** Whether a row of this kind jumps over its hook. */
  static boolean branches(Row row) {
    switch (row.when()) {
      case EXIT_IF_TRUE, EXIT_IF_FALSE:
        return !Effects.takesOutcome(row);
      case EXIT_IF_NON_ZERO, EXIT_IF_ASKED:
        return true;
      case EXIT_IF_NON_NULL:
        // The hooks ignore a null subject.
        return row.subject().kind() != Subject.Kind.RESULT;
      case AROUND_IF_WITNESS:
        return true;
      default:
        return false;
    }
  }

  /** Stack before: … receiver, arguments that are not spilled; after: … result, or …. */
  void write(boolean needsResult) {
    dropped = operands.spilledSlots();
    before();
    Label start = new Label();
    operands.reload(code);
    // … receiver arguments
    code.out.visitLabel(start);
    call.write(code);
    // … result, or …
    dropped = call.slots();
    boolean isVoid = call.result() == Type.VOID_TYPE;
    if (hasPair()) {
      handle(start);
    }
    if (needsResult && !isVoid) {
      result = code.store(call.result());
      // …
    }
    hooks.result(result);
    after();
    if (result != null) {
      code.load(result);
      // … result
    } else if (jumps()) {
      // A frame of the program may follow, and two frames must not share an instruction.
      code.insn(Opcodes.NOP);
    }
  }

  private boolean hasPair() {
    for (GuardedRow each : rows) {
      if (Effects.isPair(each.row())) {
        return true;
      }
    }
    return false;
  }

  private boolean jumps() {
    for (GuardedRow each : rows) {
      if (each.guard() != null) {
        return true;
      }
    }
    return false;
  }

  private void before() {
    for (GuardedRow each : rows) {
      if (each.row().when() == When.ENTRY || Effects.isPair(each.row())) {
        Label skip = guard(each);
        if (Effects.isPair(each.row())) {
          hooks.pairBefore(each.row());
        } else {
          hooks.single(each.row());
        }
        land(skip);
      }
    }
  }

  private void after() {
    for (GuardedRow each : rows) {
      Row row = each.row();
      if (row.when() == When.ENTRY) {
        continue;
      }
      Label skip = guard(each);
      if (Effects.isPair(row)) {
        afterPair(row);
      } else {
        skip = condition(row, skip);
        hooks.single(row);
      }
      land(skip);
    }
  }

  private void afterPair(Row row) {
    Temp done = null;
    if (row.when() == When.AROUND_IF_WITNESS) {
      done = witness(row);
    }
    hooks.pairAfter(row, done);
    if (done != null) {
      // A guard may jump to here past its assignment.
      done.live = false;
    }
  }

  /** Calls the closing hooks where the call throws, and throws on. */
  private void handle(Label start) {
    Label end = new Label();
    Label handler = new Label();
    Label join = new Label();
    code.out.visitLabel(end);
    code.out.visitJumpInsn(Opcodes.GOTO, join);
    code.handler(start, end, handler);
    code.out.visitLabel(handler);
    code.handlerFrame();
    // throwable
    inHandler = true;
    for (int i = rows.size() - 1; i >= 0; i--) {
      if (Effects.isPair(rows.get(i).row())) {
        Label skip = guard(rows.get(i));
        hooks.pairFailed(rows.get(i).row());
        land(skip);
      }
    }
    inHandler = false;
    code.insn(Opcodes.ATHROW);
    code.out.visitLabel(join);
    if (call.result() == Type.VOID_TYPE) {
      code.frame(dropped);
    } else {
      Temp typed = new Temp(0, call.result());
      typed.live = true;
      code.frame(dropped, typed.frameType());
    }
    // … result, or …
  }

  /** Jumps where the receiver is not of the type; null: there is nothing to ask. */
  private Label guard(GuardedRow each) {
    if (each.guard() == null) {
      return null;
    }
    Label skip = new Label();
    operands.pushReceiver(code);
    // … receiver
    code.out.visitTypeInsn(Opcodes.INSTANCEOF, each.guard());
    // … boolean
    code.out.visitJumpInsn(Opcodes.IFEQ, skip);
    // …
    return skip;
  }

  private Label condition(Row row, Label skip) {
    if (!branches(row)) {
      return skip;
    }
    Label over = skip == null ? new Label() : skip;
    if (row.when() == When.EXIT_IF_ASKED) {
      operands.pushArgument(code, 1);
      // … boolean
      code.out.visitJumpInsn(Opcodes.IFEQ, over);
      return over;
    }
    code.load(result);
    // … result
    switch (row.when()) {
      case EXIT_IF_FALSE:
        code.out.visitJumpInsn(Opcodes.IFNE, over);
        break;
      case EXIT_IF_NON_NULL:
        code.out.visitJumpInsn(Opcodes.IFNULL, over);
        break;
      default:
        if (result.type == Type.LONG_TYPE) {
          code.insn(Opcodes.LCONST_0);
          // … result 0
          code.insn(Opcodes.LCMP);
          // … sign
        }
        code.out.visitJumpInsn(Opcodes.IFEQ, over);
    }
    // …
    return over;
  }

  private void land(Label skip) {
    if (skip != null) {
      code.out.visitLabel(skip);
      frame();
    }
  }

  private void frame() {
    if (inHandler) {
      code.handlerFrame();
    } else {
      code.frame(dropped);
    }
  }

  /** Whether the result is the value that was expected; null if the call does not tell. */
  private Temp witness(Row row) {
    int expected = expected(row.effect());
    if (result == null
        || expected < 0
        || expected >= operands.count()
        || !comparable(operands.argumentType(expected))) {
      return null;
    }
    Label differs = new Label();
    code.push(0);
    // … 0
    Temp done = code.store(Type.BOOLEAN_TYPE);
    // …
    code.load(result);
    operands.pushArgument(code, expected);
    // … result expected
    jumpIfDifferent(differs);
    // …
    code.push(1);
    code.restore(done);
    code.out.visitLabel(differs);
    frame();
    return done;
  }

  private boolean comparable(Type expected) {
    boolean isReference = Names.isReference(expected.getDescriptor());
    return isReference == Names.isReference(result.type.getDescriptor())
        && (isReference
            || expected.getOpcode(Opcodes.ILOAD) == result.type.getOpcode(Opcodes.ILOAD));
  }

  private int expected(Effect effect) {
    switch (effect) {
      case ATOMIC:
        return 0;
      case ATOMIC_ELEMENT, UPDATER:
        return 1;
      case UNSAFE:
        return 2;
      default:
        return operands.count() - 2;
    }
  }

  private void jumpIfDifferent(Label differs) {
    switch (result.type.getSort()) {
      case Type.LONG:
        code.insn(Opcodes.LCMP);
        break;
      case Type.FLOAT:
        code.insn(Opcodes.FCMPL);
        break;
      case Type.DOUBLE:
        code.insn(Opcodes.DCMPL);
        break;
      case Type.ARRAY, Type.OBJECT:
        code.out.visitJumpInsn(Opcodes.IF_ACMPNE, differs);
        return;
      default:
        code.out.visitJumpInsn(Opcodes.IF_ICMPNE, differs);
        return;
    }
    // … sign
    code.out.visitJumpInsn(Opcodes.IFNE, differs);
  }
}
