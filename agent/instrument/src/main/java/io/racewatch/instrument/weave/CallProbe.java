package io.racewatch.instrument.weave;

import io.racewatch.bytecode.MethodFacts;
import io.racewatch.bytecode.Origin;
import io.racewatch.instrument.weave.CallRules.GuardedRow;
import io.racewatch.model.catalog.Effect;
import io.racewatch.model.catalog.Range;
import io.racewatch.model.catalog.Row;
import io.racewatch.model.catalog.Subject;
import io.racewatch.model.catalog.When;
import java.util.List;

/** A call that the catalogue has rows for. */
final class CallProbe extends Probe {
  private final Call call;
  private final List<GuardedRow> rows;
  private final boolean checks;
  private final Origin[] arguments;
  private Origin subject;

  /**
   * A call.
   *
   * @param checks whether accesses count
   */
  CallProbe(Call call, List<GuardedRow> rows, boolean checks) {
    this.call = call;
    this.rows = rows;
    this.checks = checks;
    this.arguments = new Origin[call.arguments().length];
  }

  @Override
  int hooks() {
    int hooks = 0;
    for (GuardedRow each : rows) {
      hooks += Effects.isPair(each.row()) ? 2 : 1;
    }
    return hooks;
  }

  @Override
  boolean needsFacts() {
    for (GuardedRow each : rows) {
      Effect effect = each.row().effect();
      if (Effects.isLock(effect) || Effects.isLibrary(effect) || Effects.isArray(effect)) {
        return true;
      }
    }
    return false;
  }

  @Override
  boolean settle(MethodFacts facts, int instruction) {
    subject = call.isStatic() ? null : facts.operand(instruction, call.arguments().length);
    if (subject != null && facts.staysLocal(subject)) {
      dropLibraryRows();
    }
    settleArrays(facts, instruction);
    return !rows.isEmpty();
  }

  private void settleArrays(MethodFacts facts, int instruction) {
    for (int i = rows.size() - 1; i >= 0; i--) {
      Row row = rows.get(i).row();
      if (Effects.isArray(row.effect()) && row.subject().kind() == Subject.Kind.ARGUMENT) {
        int argument = row.subject().index();
        Origin array = facts.operand(instruction, arguments.length - 1 - argument);
        arguments[argument] = array;
        if (facts.staysLocal(array)) {
          rows.remove(i);
        }
      }
    }
  }

  /** No other thread can come by an object that never leaves its method. */
  private void dropLibraryRows() {
    for (int i = rows.size() - 1; i >= 0; i--) {
      Row row = rows.get(i).row();
      if (Effects.isLibrary(row.effect()) && row.subject().kind() == Subject.Kind.THIS) {
        rows.remove(i);
      }
    }
  }

  /** Names the lock, where the call itself does not show which it is. */
  void about(Origin known) {
    subject = known;
  }

  @Override
  boolean needsFrames() {
    for (GuardedRow each : rows) {
      if (Effects.isPair(each.row()) || each.guard() != null || CallWriter.branches(each.row())) {
        return true;
      }
    }
    return false;
  }

  private boolean needsReceiver() {
    for (GuardedRow each : rows) {
      Row row = each.row();
      if (row.subject().kind() == Subject.Kind.THIS
          || each.guard() != null
          || row.container() != null
          || Effects.isVariable(row.effect())) {
        return true;
      }
    }
    return false;
  }

  private int firstArgument() {
    int first = Integer.MAX_VALUE;
    for (GuardedRow each : rows) {
      Row row = each.row();
      Subject about = row.subject();
      if (row.when() == When.EXIT_IF_ASKED) {
        first = Math.min(first, 1);
      }
      if (about.kind() == Subject.Kind.ARGUMENT) {
        first = Math.min(first, about.index());
      }
      if (Effects.isArray(row.effect())) {
        int count = Range.count(Range.kindOf(row.mode()));
        for (int i = 0; i < count; i++) {
          first = Math.min(first, Range.argument(row.mode(), i));
        }
      }
    }
    return first;
  }

  /** Whether the result must be at hand after the call. */
  private boolean needsResult() {
    for (GuardedRow each : rows) {
      Row row = each.row();
      boolean isAbout = row.subject().kind() == Subject.Kind.RESULT;
      boolean isPlain = row.when() == When.ENTRY || row.when() == When.EXIT;
      if (isAbout || !isPlain || each.guard() != null || row.effect() == Effect.CONDITION_MADE) {
        return true;
      }
    }
    return false;
  }

  @Override
  void weave(Code code) {
    if (needsFrames() && !code.canJump()) {
      call.write(code);
      return;
    }
    Operands operands = Operands.spill(code, call, needsReceiver(), firstArgument());
    // … receiver and the arguments that no row needs
    new CallWriter(code, call, operands, rows, subject, arguments, checks).write(needsResult());
    // … result, or …
  }
}
