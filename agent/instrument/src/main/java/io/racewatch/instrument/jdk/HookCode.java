package io.racewatch.instrument.jdk;

import io.racewatch.model.catalog.Effect;
import io.racewatch.model.catalog.When;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Emits calls of {@code JdkHooks}. No branches, so no stack-map frames change: conditions become
 * numbers. The operand stack stands in a comment after each step.
 */
final class HookCode {
  private static final String HOOKS = "io/racewatch/runtime/JdkHooks";

  private final MethodVisitor mv;

  HookCode(MethodVisitor mv) {
    this.mv = mv;
  }

  /** Before: …, subject. After: … */
  void call(Effect effect) {
    switch (effect) {
      case PUBLISH -> hook("publish", "(Ljava/lang/Object;)V");
      case CONSUME -> hook("consume", "(Ljava/lang/Object;)V");
      case CONSUME_ALL -> hook("consumeAll", "(Ljava/lang/Object;)V");
      case INITIALIZED -> hook("initialized", "(Ljava/lang/Object;)V");
      case FINALIZING -> hook("finalizing", "(Ljava/lang/Object;)V");
      case FORK -> hook("fork", "(Ljava/lang/Thread;)V");
      case SUBMIT -> hook("submit", "(Ljava/lang/Object;)V");
      case MADE -> hook("made", "(Ljava/lang/Object;)V");
      case POOLED -> hook("pooled", "(Ljava/lang/Object;)V");
      case TASK_BEGIN -> hook("taskBegin", "(Ljava/lang/Object;)V");
      case TASK_END -> hook("taskEnd", "(Ljava/lang/Object;)V");
      case CHILD -> hook("child", "(Ljava/lang/Object;)V");
      case FIELDS_READ -> hook("fieldsRead", "(Ljava/lang/Object;)V");
      case FIELDS_WRITE -> hook("fieldsWritten", "(Ljava/lang/Object;)V");
      case ARRAY_READ -> hook("arrayRead", "(Ljava/lang/Object;)V");
      case ROUND -> hook("round", "(Ljava/lang/Object;)V");
      case POLL -> hook("firstOf", "(Ljava/lang/Object;)V");
      case HALT -> hook("halting", "(Ljava/lang/Object;)V");
      default -> throw new IllegalArgumentException(effect + " has no hook in bodies");
    }
  }

  /** Before: …, monitor. After: … */
  void entered() {
    hook("entered", "(Ljava/lang/Object;)V");
  }

  /** Before: …, monitor. After: … */
  void leaving() {
    hook("leaving", "(Ljava/lang/Object;)V");
  }

  /** Before: …, condition, subject. After: … */
  void ifHappened(Effect effect) {
    hook(effect == Effect.PUBLISH ? "publishIf" : "consumeIf", "(ZLjava/lang/Object;)V");
  }

  /** Before: …, subject, container. After: … */
  void callIn(Effect effect) {
    switch (effect) {
      case PUBLISH -> hook("publishIn", "(Ljava/lang/Object;Ljava/lang/Object;)V");
      case CONSUME_ALL -> hook("consumeAllIn", "(Ljava/lang/Object;Ljava/lang/Object;)V");
      default -> hook("consumeIn", "(Ljava/lang/Object;Ljava/lang/Object;)V");
    }
  }

  /** Before: …, condition, subject, container. After: … */
  void ifHappenedIn(Effect effect) {
    String name = effect == Effect.PUBLISH ? "publishInIf" : "consumeInIf";
    hook(name, "(ZLjava/lang/Object;Ljava/lang/Object;)V");
  }

  /** Before: …, condition, subject. After: … */
  void publishUnless() {
    hook("publishUnless", "(ZLjava/lang/Object;)V");
  }

  /** Before: …, value. After: …, value, condition (0 or 1). */
  void condition(When when, Type type) {
    duplicate(type); // …, value, value
    switch (when) {
      case EXIT_IF_TRUE -> {}
      case EXIT_IF_FALSE -> {
        mv.visitInsn(Opcodes.ICONST_1); // …, value, value, 1
        mv.visitInsn(Opcodes.IXOR); // …, value, !value
      }
      case EXIT_IF_NEGATIVE -> {
        mv.visitIntInsn(Opcodes.BIPUSH, 31); // …, value, value, 31
        mv.visitInsn(Opcodes.IUSHR); // …, value, sign bit
      }
      case EXIT_IF_ZERO -> {
        present(type); // …, value, !condition
        mv.visitInsn(Opcodes.ICONST_1); // …, value, !condition, 1
        mv.visitInsn(Opcodes.IXOR); // …, value, condition
      }
      default -> present(type);
    }
  }

  /** Before: …, value. After: …, 1 if it is not null, not 0; else 0. */
  void present(Type type) {
    if (type.getSort() == Type.OBJECT || type.getSort() == Type.ARRAY) {
      mv.visitMethodInsn(
          Opcodes.INVOKESTATIC, "java/util/Objects", "nonNull", "(Ljava/lang/Object;)Z", false);
      return; // …, 0 or 1
    }
    if (type.getSort() != Type.LONG) {
      mv.visitInsn(Opcodes.I2L); // …, value
    }
    mv.visitInsn(Opcodes.LCONST_0); // …, value, 0
    mv.visitInsn(Opcodes.LCMP); // …, -1, 0 or 1
    mv.visitInsn(Opcodes.DUP); // …, sign, sign
    mv.visitInsn(Opcodes.IMUL); // …, 0 or 1
  }

  /** Before: …, value. After: …, value, value. */
  void duplicate(Type type) {
    mv.visitInsn(type.getSize() == 2 ? Opcodes.DUP2 : Opcodes.DUP);
  }

  private void hook(String name, String descriptor) {
    mv.visitMethodInsn(Opcodes.INVOKESTATIC, HOOKS, name, descriptor, false);
  }
}
