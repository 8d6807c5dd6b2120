package io.racewatch.code.pattern;

import io.racewatch.code.flow.Held;
import io.racewatch.code.flow.LockOp;
import io.racewatch.code.flow.MethodView;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** Ways out of a method by an exception. */
final class Throws {
  /** What a handler must catch to count as catching all that matters. */
  private static final Set<String> ALL =
      Set.of("java/lang/Throwable", "java/lang/Exception", "java/lang/RuntimeException");

  private static final List<String> PLAIN = List.of("get", "is", "has", "size", "access$");

  private Throws() {}

  /**
   * An instruction that throws out of the method with a lock.
   *
   * @param likely whether only those count that are likely enough to throw
   * @return -1 if there is none
   */
  static int out(MethodView method, Held held, boolean likely) {
    for (int i = held.at() + 1; i < method.size(); i++) {
      boolean risky =
          method.opcode(i) == Opcodes.ATHROW
              || method.call(i) != null && isRisky(method, i, likely);
      if (risky
          && method.isReached(i)
          && method.locks().held(i).contains(held)
          && !isCaught(method, i)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isRisky(MethodView method, int at, boolean likely) {
    MethodInsnNode call = method.call(at);
    LockOp op = method.isReached(at) ? method.locks().op(at) : null;
    boolean accessor = call.desc.startsWith("()Ljava/util/concurrent/locks/");
    if (op != null || accessor || call.name.equals("<init>")) {
      return false;
    }
    if (call.owner.startsWith("java/") && !isUserCode(call.owner)) {
      return JdkThrows.is(call, likely);
    }
    return PLAIN.stream().noneMatch(call.name::startsWith);
  }

  /** Interfaces of the JDK that the program's own code is behind. */
  private static boolean isUserCode(String owner) {
    return owner.startsWith("java/util/function/")
        || owner.equals("java/lang/Runnable")
        || owner.equals("java/util/concurrent/Callable");
  }

  private static boolean isCaught(MethodView method, int at) {
    for (TryCatchBlockNode block : method.node().tryCatchBlocks) {
      boolean covers = method.index(block.start) <= at && at < method.index(block.end);
      if (covers && (block.type == null || ALL.contains(block.type))) {
        return true;
      }
    }
    return false;
  }
}
