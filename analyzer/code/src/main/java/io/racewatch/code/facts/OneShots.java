package io.racewatch.code.facts;

import java.util.List;
import java.util.Set;
import org.objectweb.asm.tree.MethodInsnNode;

/** Flags that let in the one thread that sets them. */
public final class OneShots {
  /** The class of such flags. */
  public static final String FLAG = "java/util/concurrent/atomic/AtomicBoolean";

  private static final String ON = "#1";

  private static final Set<String> LOOKS =
      Set.of("get", "getPlain", "getAcquire", "getOpaque", "toString", "hashCode", "<init>");

  private OneShots() {}

  /** What a call on a flag returns: a number that says whether this thread was the first. */
  static Val result(MethodInsnNode call, List<? extends Val> values, Val other) {
    Path flag = call.owner.equals(FLAG) && values.size() > 1 ? values.get(0).path() : null;
    if (flag == null || !flag.is(Path.Kind.FIELD) && !flag.is(Path.Kind.STATIC)) {
      return other;
    }
    Held.Lock lock = new Held.Lock(flag, Held.Mode.ONCE, false, 1, 0);
    boolean sets = ON.equals(values.get(values.size() - 1).type());
    if (call.name.equals("compareAndSet") && sets && "#0".equals(values.get(1).type())) {
      return Val.attempt(1, lock);
    }
    return call.name.equals("getAndSet") && sets ? new Val(1, null, null, null, lock) : other;
  }

  /** Whether a call on a flag may set it back. */
  public static boolean resets(Event.Call call) {
    return !LOOKS.contains(call.name()) && !ON.equals(call.last());
  }
}
