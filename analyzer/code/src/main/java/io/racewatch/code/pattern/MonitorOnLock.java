package io.racewatch.code.pattern;

import io.racewatch.code.flow.MethodView;
import io.racewatch.code.flow.Value;
import io.racewatch.model.Certainty;
import io.racewatch.model.Operation;
import io.racewatch.model.Rule;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodInsnNode;

/** The monitor of an object that has its own way to lock, wait or signal. */
final class MonitorOnLock implements PatternRule {
  private static final String JUC = "java/util/concurrent/";
  private static final List<String> LOCKS =
      List.of(
          JUC + "locks/Lock",
          JUC + "locks/ReadWriteLock",
          JUC + "locks/StampedLock",
          JUC + "Semaphore");
  private static final List<String> WAITED =
      List.of(
          JUC + "locks/Condition",
          JUC + "locks/Lock",
          JUC + "CountDownLatch",
          JUC + "CyclicBarrier",
          JUC + "Semaphore",
          JUC + "Phaser");

  @Override
  public Rule rule() {
    return Rule.MONITOR_ON_LOCK;
  }

  @Override
  public void check(MethodView method, Sink to) {
    for (int i = 0; i < method.size(); i++) {
      MethodInsnNode call = method.call(i);
      if (method.opcode(i) == Opcodes.MONITORENTER && method.isReached(i)) {
        monitor(method, i, to);
      } else if (call != null
          && (Waits.isObjectWait(call) || Waits.isNotify(call))
          && method.isReached(i)) {
        waits(method, i, call, to);
      }
    }
  }

  private void monitor(MethodView method, int at, Sink to) {
    Value lock = method.flow().operand(at, 0);
    String type = lock.className();
    if (lock.kind() == Value.Kind.THIS || type.isEmpty()) {
      return;
    }
    boolean isLock = LOCKS.stream().anyMatch(each -> method.owner().isA(type, each));
    if (isLock || type.startsWith(JUC) && !type.endsWith("Exception")) {
      to.found(this, isLock ? Certainty.LIKELY : Certainty.POSSIBLE, LockNames.of(lock, method))
          .at(method, at, Operation.READ)
          .say(
              "its monitor is synchronized on in " + Sink.method(method),
              isLock
                  ? "The monitor has nothing to do with lock(): who holds the one does not exclude"
                      + " who holds the other. Use lock() and unlock()."
                  : "What "
                      + type.replace('/', '.')
                      + " does itself does not look at this monitor, so the block excludes only"
                      + " blocks like it.");
    }
  }

  private void waits(MethodView method, int at, MethodInsnNode call, Sink to) {
    Value object = method.receiver(at);
    String type = object.className();
    boolean own = object.kind() == Value.Kind.THIS || type.isEmpty();
    if (!own && WAITED.stream().anyMatch(each -> method.owner().isA(type, each))) {
      to.found(this, Certainty.LIKELY, LockNames.of(object, method))
          .at(method, at, Operation.CALL)
          .say(
              call.name + " of its monitor in " + Sink.method(method),
              "This is the method of Object, which has nothing to do with await and signal. Call "
                  + (call.name.equals("wait") ? "await()" : "signal() or signalAll()")
                  + ".");
    }
  }
}
