package io.racewatch.instrument.weave;

import java.util.Set;
import org.objectweb.asm.Opcodes;

/**
 * Finds the plain accesses that a fence beside them makes an acquire or a release: a read followed
 * by an acquire fence, and the write that follows a release fence, in straight-line code with no
 * other call between. The javadoc of VarHandle's fences promises only that nothing is reordered
 * across them; that such a pair orders two threads is what every implementation does and what
 * queues and sequences are built on. Load-load and store-store fences order nothing by themselves.
 */
final class Fences {
  private static final Set<String> OWNERS =
      Set.of("java/lang/invoke/VarHandle", "sun/misc/Unsafe", "jdk/internal/misc/Unsafe");
  private static final Set<String> ACQUIRE = Set.of("acquireFence", "loadFence", "fullFence");
  private static final Set<String> RELEASE = Set.of("releaseFence", "storeFence", "fullFence");

  private final MethodPlan method;
  private boolean released;
  private int read;
  private FieldUse lastRead;

  Fences(MethodPlan method) {
    this.method = method;
  }

  /**
   * A branch, or a call of something else: fences before it no longer stand beside what follows.
   */
  void leave() {
    released = false;
    lastRead = null;
  }

  /** A plain access to an instance field; returns what is to be woven around it. */
  Probe access(int instruction, FieldUse use, Probe plain) {
    if (use.opcode() == Opcodes.GETFIELD) {
      read = instruction;
      lastRead = use;
    } else if (released && use.opcode() == Opcodes.PUTFIELD) {
      released = false;
      return new VolatileProbe(use);
    }
    return plain;
  }

  /** A call, which may be a fence. */
  void call(Call call) {
    boolean fence = OWNERS.contains(call.owner());
    if (fence && lastRead != null && ACQUIRE.contains(call.name())) {
      method.replace(read, new VolatileProbe(lastRead));
    }
    leave();
    released = fence && RELEASE.contains(call.name());
  }
}
