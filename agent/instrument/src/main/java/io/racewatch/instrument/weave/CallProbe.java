package io.racewatch.instrument.weave;

import io.racewatch.bytecode.MethodFacts;
import io.racewatch.bytecode.Origin;
import io.racewatch.instrument.weave.CallRules.GuardedRow;
import io.racewatch.model.catalog.Effect;
import io.racewatch.model.catalog.Row;
import io.racewatch.model.catalog.Subject;
import io.racewatch.model.catalog.When;
import java.util.List;

/** A call that the catalogue has rows for. */
final class CallProbe extends Probe {
  private final Call call;
  private final List<GuardedRow> rows;
  private Origin subject;

  CallProbe(Call call, List<GuardedRow> rows) {
    this.call = call;
    this.rows = rows;
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
      if (Effects.isLock(effect) || Effects.isLibrary(effect)) {
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
    return !rows.isEmpty();
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
          || Effects.isVariable(row.effect())) {
        return true;
      }
    }
    return false;
  }

  private int firstArgument() {
    int first = Integer.MAX_VALUE;
    for (GuardedRow each : rows) {
      Subject about = each.row().subject();
      if (about.kind() == Subject.Kind.ARGUMENT) {
        first = Math.min(first, about.index());
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
    new CallWriter(code, call, operands, rows, subject).write(needsResult());
    // … result, or …
  }
}
