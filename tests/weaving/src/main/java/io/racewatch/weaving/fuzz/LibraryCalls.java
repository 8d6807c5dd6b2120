package io.racewatch.weaving.fuzz;

import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Calls of library objects that a generated program keeps in its static fields. */
final class LibraryCalls implements Opcodes {
  /** Field, or none for a static method or an object of any kind; owner, name, descriptor. */
  private static final String[][] CALLS = {
    {"smap", "java/util/HashMap", "put", "(Ljava/lang/Object;Ljava/lang/Object;)%O"},
    {"smap", "java/util/HashMap", "get", "(Ljava/lang/Object;)%O"},
    {"smap", "java/util/HashMap", "remove", "(Ljava/lang/Object;)%O"},
    {"slist", "java/util/ArrayList", "add", "(Ljava/lang/Object;)Z"},
    {"slist", "java/util/ArrayList", "get", "(I)%O"},
    {"slist", "java/util/ArrayList", "set", "(ILjava/lang/Object;)%O"},
    {"slist", "java/util/ArrayList", "remove", "(I)%O"},
    {"slock", "java/util/concurrent/locks/ReentrantLock", "lock", "()V"},
    {"slock", "java/util/concurrent/locks/ReentrantLock", "unlock", "()V"},
    {"slock", "java/util/concurrent/locks/ReentrantLock", "tryLock", "()Z"},
    {"satom", "java/util/concurrent/atomic/AtomicInteger", "incrementAndGet", "()I"},
    {"satom", "java/util/concurrent/atomic/AtomicInteger", "compareAndSet", "(II)Z"},
    {"satom", "java/util/concurrent/atomic/AtomicInteger", "set", "(I)V"},
    {"squeue", "java/util/concurrent/ConcurrentLinkedQueue", "offer", "(Ljava/lang/Object;)Z"},
    {"squeue", "java/util/concurrent/ConcurrentLinkedQueue", "poll", "()%O"},
    {"stext", "java/lang/StringBuffer", "append", "(I)Ljava/lang/StringBuffer;"},
    {"", "java/lang/Object", "notifyAll", "()V"},
    {"", "java/lang/Object", "notify", "()V"},
    {"", "java/lang/Object", "wait", "(J)V"},
    {"static", "java/lang/Math", "addExact", "(II)I"},
    {"static", "java/lang/Thread", "yield", "()V"},
    {"static", "java/lang/Thread", "interrupted", "()Z"},
  };

  private static final int LAMBDAS = 52;

  private final MethodVisitor code;
  private final Bytes in;
  private final Values values;
  private final int version;

  LibraryCalls(MethodVisitor code, Bytes in, Values values, int version) {
    this.code = code;
    this.in = in;
    this.values = values;
    this.version = version;
  }

  /** Calls anything and drops the result. */
  void call(int depth) {
    if (version >= LAMBDAS && in.below(6) == 5) {
      reference();
      return;
    }
    String[] call = CALLS[in.below(CALLS.length)];
    Type returned = invoke(call, depth);
    if (returned.getSize() > 0) {
      code.visitInsn(returned.getSize() == 2 ? POP2 : POP);
    }
  }

  /** Calls something that returns an object. */
  void object(int depth) {
    invoke(CALLS[in.below(3)], depth);
  }

  private Type invoke(String[] call, int depth) {
    String descriptor = call[3].replace("%O", ProgramState.OBJECT);
    int opcode = INVOKEVIRTUAL;
    if (call[0].isEmpty()) {
      values.push(Values.OBJECT, depth);
    } else if (call[0].equals("static")) {
      opcode = INVOKESTATIC;
    } else {
      code.visitFieldInsn(GETSTATIC, Program.NAME, call[0], "L" + call[1] + ";");
    }
    for (Type argument : Type.getArgumentTypes(descriptor)) {
      switch (argument.getSort()) {
        case Type.INT -> values.push(Values.INT, depth - 1);
        case Type.LONG -> {
          aQuarterOfTheFuel();
          code.visitInsn(LCONST_1);
        }
        default -> values.push(Values.OBJECT, depth - 1);
      }
    }
    code.visitMethodInsn(opcode, call[1], call[2], descriptor, false);
    return Type.getReturnType(descriptor);
  }

  /** For a wait, which takes time. */
  private void aQuarterOfTheFuel() {
    code.visitFieldInsn(GETSTATIC, Program.NAME, ProgramState.FUEL_FIELD.name(), "I");
    code.visitIntInsn(SIPUSH, ProgramState.FUEL / 4);
    code.visitInsn(ISUB);
    code.visitFieldInsn(PUTSTATIC, Program.NAME, ProgramState.FUEL_FIELD.name(), "I");
  }

  /** {@code ((Runnable) slock::lock).run()}, or {@code unlock}. */
  private void reference() {
    String lock = "java/util/concurrent/locks/ReentrantLock";
    code.visitFieldInsn(GETSTATIC, Program.NAME, "slock", "L" + lock + ";");
    Handle factory =
        new Handle(
            H_INVOKESTATIC,
            "java/lang/invoke/LambdaMetafactory",
            "metafactory",
            "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;"
                + "Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodType;"
                + "Ljava/lang/invoke/MethodHandle;Ljava/lang/invoke/MethodType;)"
                + "Ljava/lang/invoke/CallSite;",
            false);
    String name = in.below(2) == 0 ? "lock" : "unlock";
    Type nothing = Type.getMethodType("()V");
    code.visitInvokeDynamicInsn(
        "run",
        "(L" + lock + ";)Ljava/lang/Runnable;",
        factory,
        nothing,
        new Handle(H_INVOKEVIRTUAL, lock, name, "()V", false),
        nothing);
    code.visitMethodInsn(INVOKEINTERFACE, "java/lang/Runnable", "run", "()V", true);
  }
}
