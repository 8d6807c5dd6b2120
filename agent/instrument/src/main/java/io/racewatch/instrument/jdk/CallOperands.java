package io.racewatch.instrument.jdk;

import io.racewatch.model.catalog.Row;
import io.racewatch.model.catalog.Subject;
import java.util.List;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Copies of the receiver and arguments of one instruction, in locals above the method's own. */
final class CallOperands {
  private final MethodVisitor mv;
  private final int base;
  private final boolean hasReceiver;
  private final Type[] arguments;

  CallOperands(MethodVisitor mv, int base, int opcode, String name, String descriptor) {
    this.mv = mv;
    this.base = base;
    // The receiver of a constructor is not yet an object that could be copied.
    this.hasReceiver = opcode != Opcodes.INVOKESTATIC && !name.equals("<init>");
    this.arguments = Type.getArgumentTypes(descriptor);
  }

  /** Before and after: …, receiver, arguments. Copies them if any row asks for one. */
  void spill(List<Row> rows) {
    if (!asked(rows)) {
      return;
    }
    for (int i = arguments.length - 1; i >= 0; i--) {
      mv.visitVarInsn(arguments[i].getOpcode(Opcodes.ISTORE), local(i)); // …, receiver
    }
    if (hasReceiver) {
      mv.visitInsn(Opcodes.DUP); // …, receiver, receiver
      mv.visitVarInsn(Opcodes.ASTORE, base); // …, receiver
    }
    for (int i = 0; i < arguments.length; i++) {
      mv.visitVarInsn(arguments[i].getOpcode(Opcodes.ILOAD), local(i)); // …, receiver, arguments
    }
  }

  /** Before: … After: …, the receiver or an argument. */
  void load(Subject subject) {
    boolean receiver = subject.kind() == Subject.Kind.THIS;
    if (receiver && !hasReceiver) {
      throw new IllegalStateException("there is no receiver");
    }
    mv.visitVarInsn(Opcodes.ALOAD, receiver ? base : local(subject.index()));
  }

  private int local(int argument) {
    int local = base + 1;
    for (int i = 0; i < argument; i++) {
      local += arguments[i].getSize();
    }
    return local;
  }

  private static boolean asked(List<Row> rows) {
    for (Row row : rows) {
      Subject.Kind kind = row.subject().kind();
      if (kind == Subject.Kind.THIS || kind == Subject.Kind.ARGUMENT) {
        return true;
      }
    }
    return false;
  }
}
