package io.racewatch.instrument.weave;

import io.racewatch.bytecode.Origin;
import io.racewatch.model.catalog.Effect;
import io.racewatch.model.catalog.Mode;
import io.racewatch.model.catalog.Range;
import io.racewatch.model.catalog.Row;
import io.racewatch.runtime.Sites;
import io.racewatch.runtime.VarMode;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes the hook calls of catalogue rows at one call. Each leaves the stack as it was. */
final class HookWriter {
  private static final String OBJECT = "Ljava/lang/Object;";

  private final Code code;
  private final Call call;
  private final Operands operands;
  private final Origin receiver;
  private final Origin[] arguments;
  private final boolean checks;
  private Temp result;
  private int lockSite;
  private int callSite;

  /**
   * For one call.
   *
   * @param arguments where those came from that are arrays of a row; null for the others
   * @param checks whether accesses count
   */
  HookWriter(
      Code code,
      Call call,
      Operands operands,
      Origin receiver,
      Origin[] arguments,
      boolean checks) {
    this.code = code;
    this.call = call;
    this.operands = operands;
    this.receiver = receiver;
    this.arguments = arguments;
    this.checks = checks;
  }

  private int mode(Row row) {
    return checks ? row.mode() : row.mode() | VarMode.UNCHECKED;
  }

  void result(Temp stored) {
    result = stored;
  }

  private int site(Effect effect) {
    if (Effects.isLock(effect) && receiver != null) {
      lockSite = lockSite == 0 ? code.lockSite(receiver, flags(effect)) : lockSite;
      return lockSite;
    }
    if (callSite == 0) {
      boolean viaFinal = Effects.isLibrary(effect) && receiver != null && receiver.viaFinal();
      int flags = (viaFinal ? Sites.VIA_FINAL : 0) | (checks ? 0 : Sites.UNCHECKED) | flags(effect);
      callSite = code.sites.add(Sites.CALL, call.owner(), call.name(), flags);
    }
    return callSite;
  }

  private int flags(Effect effect) {
    boolean takes = (effect == Effect.AWAITING || effect == Effect.SIGNAL) && call.takes();
    return (call.isTimed() ? Sites.TIMED : 0) | (takes ? Sites.TAKES : 0);
  }

  /** The hook of a row that has only one. */
  void single(Row row) {
    Effect effect = row.effect();
    String parameters = OBJECT;
    if (effect == Effect.FENCE) {
      code.hook(Names.SYNC_HOOKS, Effects.hook(row), "", site(effect));
      return;
    }
    if (Effects.isArray(effect)) {
      array(row);
      return;
    }
    if (Effects.takesOutcome(row)) {
      pushOutcome();
      // … outcome
      parameters = "Z".concat(OBJECT);
    } else if (effect == Effect.CONDITION_MADE) {
      code.load(result);
      // … condition
      parameters = OBJECT.concat(OBJECT);
    }
    pushSubject(row);
    // … subject
    if (row.container() != null) {
      operands.pushReceiver(code);
      // … subject container
      code.hook(Names.ELEMENT_HOOKS, Effects.hook(row), parameters.concat(OBJECT), site(effect));
    } else if (Effects.isTask(effect)) {
      code.call(Names.JDK_HOOKS, Effects.hook(row), "(Ljava/lang/Object;)V");
    } else {
      code.hook(Names.SYNC_HOOKS, Effects.hook(row), parameters, site(effect));
    }
    // …
  }

  private void array(Row row) {
    pushSubject(row);
    // … array
    int mode = row.mode();
    int kind = Range.kindOf(mode);
    if (kind == Range.ALL) {
      code.push(0);
      code.push(Integer.MAX_VALUE);
    } else {
      int from = Range.argument(mode, 0);
      operands.pushArgument(code, from);
      // … array from
      if (kind == Range.FROM_TO) {
        operands.pushArgument(code, Range.argument(mode, 1));
      } else {
        operands.pushArgument(code, from);
        pushCount(mode, kind);
        code.insn(Opcodes.IADD);
      }
    }
    // … array from to
    int argument = row.subject().index();
    Origin origin = arguments[argument];
    String type = operands.argumentType(argument).getClassName();
    ArrayName name = origin == null ? new ArrayName(type, "", 0) : ArrayName.of(origin, type);
    code.hook(Effects.hook(row), "Ljava/lang/Object;II", name.site(code));
    // …
  }

  private void pushCount(int mode, int kind) {
    if (kind == Range.AT) {
      code.push(1);
      return;
    }
    operands.pushArgument(code, Range.argument(mode, kind == Range.FROM_SPAN ? 2 : 1));
    if (kind == Range.FROM_SPAN) {
      operands.pushArgument(code, Range.argument(mode, 1));
      code.insn(Opcodes.ISUB);
    }
  }

  private void pushOutcome() {
    if (result != null && result.type == Type.BOOLEAN_TYPE) {
      code.load(result);
    } else {
      code.push(1);
    }
  }

  private void pushSubject(Row row) {
    switch (row.subject().kind()) {
      case THIS:
        operands.pushReceiver(code);
        break;
      case ARGUMENT:
        operands.pushArgument(code, row.subject().index());
        break;
      case RESULT:
        code.load(result);
        break;
      default:
        code.call("java/lang/Thread", "currentThread", "()Ljava/lang/Thread;");
    }
  }

  /** The hook before the call. */
  void pairBefore(Row row) {
    String parameters = pushVariable(row.effect());
    if (Effects.isVariable(row.effect())) {
      code.push(mode(row));
      // … variable mode
      hook(row.effect(), "Before", parameters.concat("I"));
    } else {
      hook(row.effect(), "Begin", parameters);
    }
  }

  /**
   * The hook after the call.
   *
   * @param done the outcome, if it had to be computed
   */
  void pairAfter(Row row, Temp done) {
    String parameters = pushVariable(row.effect());
    if (row.effect() == Effect.INVOKE) {
      code.load(result);
      // … variable result
      hook(row.effect(), "End", parameters.concat(OBJECT));
      return;
    }
    if (!Effects.isVariable(row.effect())) {
      hook(row.effect(), "End", parameters);
      return;
    }
    if (done != null) {
      code.load(done);
    } else if ((row.mode() & Mode.IF_DONE) != 0) {
      pushOutcome();
    } else {
      code.push(1);
    }
    // … variable done
    code.push(mode(row));
    // … variable done mode
    hook(row.effect(), "After", parameters.concat("ZI"));
  }

  /** The hook after a call that threw. */
  void pairFailed(Row row) {
    String parameters = pushVariable(row.effect());
    if (Effects.isVariable(row.effect())) {
      code.push(0);
      code.push(mode(row) | VarMode.FAILED);
      // … variable done mode
      hook(row.effect(), "After", parameters.concat("ZI"));
    } else {
      hook(row.effect(), row.effect() == Effect.INVOKE ? "Failed" : "End", parameters);
    }
  }

  private void hook(Effect effect, String moment, String parameters) {
    String owner = effect == Effect.INVOKE ? Names.DYNAMIC_HOOKS : Names.SYNC_HOOKS;
    code.hook(owner, Effects.pair(effect).concat(moment), parameters, site(effect));
  }

  /** Pushes what names the variable; returns its descriptors. */
  private String pushVariable(Effect effect) {
    switch (effect) {
      case ATOMIC_ELEMENT:
        operands.pushReceiver(code);
        operands.pushArgument(code, 0);
        return "Ljava/lang/Object;I";
      case HANDLE:
        return pushHandle();
      case INVOKE:
        operands.pushReceiver(code);
        operands.pushArgument(code, 0);
        operands.pushArgument(code, 1);
        return OBJECT.concat(OBJECT).concat(OBJECT);
      case UPDATER, FIELD:
        operands.pushReceiver(code);
        operands.pushArgument(code, 0);
        return OBJECT.concat(OBJECT);
      case UNSAFE:
        operands.pushArgument(code, 0);
        operands.pushArgument(code, 1);
        return "Ljava/lang/Object;J";
      default:
        operands.pushReceiver(code);
        return OBJECT;
    }
  }

  private String pushHandle() {
    operands.pushReceiver(code);
    if (operands.isReference(0)) {
      operands.pushArgument(code, 0);
    } else {
      code.insn(Opcodes.ACONST_NULL);
    }
    if (operands.isInt(1)) {
      operands.pushArgument(code, 1);
    } else {
      code.push(-1);
    }
    return "Ljava/lang/Object;Ljava/lang/Object;I";
  }
}
