package io.racewatch.code.pattern;

import org.objectweb.asm.tree.MethodInsnNode;

/** Calls of the methods of Object that wait and notify. */
final class Waits {
  private Waits() {}

  static boolean isObjectWait(MethodInsnNode call) {
    return isObjectWaitName(call.name)
        && (call.desc.equals("()V") || call.desc.equals("(J)V") || call.desc.equals("(JI)V"));
  }

  static boolean isObjectWaitName(String name) {
    return name.equals("wait");
  }

  static boolean isNotify(MethodInsnNode call) {
    boolean named = call.name.equals("notify") || call.name.equals("notifyAll");
    return named && call.desc.equals("()V");
  }
}
