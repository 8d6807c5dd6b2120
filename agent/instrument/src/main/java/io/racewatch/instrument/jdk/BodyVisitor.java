package io.racewatch.instrument.jdk;

import io.racewatch.model.catalog.Place;
import io.racewatch.model.catalog.Row;
import io.racewatch.model.catalog.Subject;
import io.racewatch.model.catalog.When;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Weaves one method. New locals lie above the method's own and never live across a branch, so the
 * frames stay as they are.
 */
final class BodyVisitor extends MethodVisitor {
  private final MethodPlan plan;
  private final HookCode code;
  private final Set<Row> woven;
  private final Row monitor;

  BodyVisitor(MethodVisitor next, MethodPlan plan, Set<Row> woven) {
    super(Opcodes.ASM9, next);
    this.plan = plan;
    this.code = new HookCode(next);
    this.woven = woven;
    this.monitor = plan.monitor();
  }

  @Override
  public void visitCode() {
    super.visitCode();
    if (synchronizedOnThis()) {
      // The monitor is ours already: this pairs with the publish before each return.
      super.visitVarInsn(Opcodes.ALOAD, 0); // this
      code.entered(); // -
      woven.add(monitor);
    }
    for (Row row : plan.own(true)) {
      emit(row, null, null);
    }
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
      beforeReturn();
      super.visitInsn(opcode);
    } else if (opcode == Opcodes.MONITORENTER && monitor != null) {
      super.visitInsn(Opcodes.DUP); // …, lock, lock
      super.visitVarInsn(Opcodes.ASTORE, plan.freeLocal()); // …, lock
      super.visitInsn(opcode); // …
      super.visitVarInsn(Opcodes.ALOAD, plan.freeLocal()); // …, lock
      code.entered(); // …
      woven.add(monitor);
    } else if (opcode == Opcodes.MONITOREXIT && monitor != null) {
      super.visitInsn(Opcodes.DUP); // …, lock, lock
      code.leaving(); // …, lock
      super.visitInsn(opcode); // …
    } else {
      super.visitInsn(opcode);
    }
  }

  @Override
  public void visitMethodInsn(int opcode, String owner, String name, String desc, boolean itf) {
    List<Row> rows = plan.at(Place.Kind.CALL, owner, name, desc);
    if (rows.isEmpty()) {
      super.visitMethodInsn(opcode, owner, name, desc, itf);
      return;
    }
    CallOperands operands = new CallOperands(mv, plan.freeLocal(), opcode, name, desc);
    operands.spill(rows);
    Type result = Type.getReturnType(desc);
    emitAll(rows, true, operands, result);
    super.visitMethodInsn(opcode, owner, name, desc, itf); // …, result
    emitAll(rows, false, operands, result);
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String desc) {
    List<Row> rows =
        opcode == Opcodes.GETFIELD ? plan.at(Place.Kind.GET, owner, name, desc) : List.of();
    if (rows.isEmpty()) {
      super.visitFieldInsn(opcode, owner, name, desc);
      return;
    }
    CallOperands operands = new CallOperands(mv, plan.freeLocal(), opcode, name, "()" + desc);
    operands.spill(rows);
    emitAll(rows, true, operands, null);
    super.visitFieldInsn(opcode, owner, name, desc); // …, value
    emitAll(rows, false, operands, Type.getType(desc));
  }

  private boolean synchronizedOnThis() {
    return monitor != null && !plan.isStatic() && (plan.access() & Opcodes.ACC_SYNCHRONIZED) != 0;
  }

  private void beforeReturn() {
    Type result = Type.getReturnType(plan.descriptor());
    for (Row row : plan.own(false)) {
      emit(row, null, result);
    }
    if (synchronizedOnThis()) {
      super.visitVarInsn(Opcodes.ALOAD, 0); // …, this
      code.leaving(); // …
    }
  }

  private void emitAll(List<Row> rows, boolean entry, CallOperands operands, Type result) {
    for (Row row : rows) {
      if ((row.when() == When.ENTRY) == entry) {
        emit(row, operands, result);
      }
    }
  }

  /**
   * One hook.
   *
   * @param operands of the instruction that the row is about; null: of the method itself
   * @param value type of what lies on the stack, at exits
   */
  private void emit(Row row, CallOperands operands, Type value) {
    woven.add(row);
    boolean always = row.when() == When.ENTRY || row.when() == When.EXIT || ofResult(row);
    if (row.unless() != null) {
      loadSelf(row.unless()); // …, field
      code.present(Type.getType(plan.shape().field(row.unless()))); // …, already
      load(row, operands); // …, already, subject
      code.publishUnless(); // …
    } else if (always) {
      load(row, operands); // …, subject
      if (row.container() == null) {
        code.call(row.effect()); // …
      } else {
        loadSelf(row.container().field()); // …, subject, container
        code.callIn(row.effect()); // …
      }
    } else {
      code.condition(row.when(), value); // …, value, happened
      load(row, operands); // …, value, happened, subject
      if (row.container() == null) {
        code.ifHappened(row.effect()); // …, value
      } else {
        loadSelf(row.container().field()); // …, value, happened, subject, container
        code.ifHappenedIn(row.effect()); // …, value
      }
    }
  }

  private static boolean ofResult(Row row) {
    // A null result is ignored by the hook, so "if non-null" needs no condition.
    return row.subject().kind() == Subject.Kind.RESULT;
  }

  private void load(Row row, CallOperands operands) {
    Subject subject = row.subject();
    switch (subject.kind()) {
      case RESULT -> super.visitInsn(Opcodes.DUP);
      case SELF -> loadSelf(subject.field());
      default -> {
        if (operands != null) {
          operands.load(subject);
        } else if (subject.kind() == Subject.Kind.THIS) {
          loadSelf(null);
        } else {
          super.visitVarInsn(Opcodes.ALOAD, plan.argumentLocal(subject.index()));
        }
      }
    }
  }

  private void loadSelf(String field) {
    super.visitVarInsn(Opcodes.ALOAD, 0); // …, this
    if (field != null) {
      super.visitFieldInsn(Opcodes.GETFIELD, plan.owner(), field, plan.shape().field(field));
    }
  }
}
