package io.racewatch.runtime;

/** One row of the catalogue, for calls that no instruction shows. */
public final class CallStep {
  /** Moments. */
  public static final int BEFORE = 1, AFTER = 2, AROUND = 3;

  /** Outcomes on which it depends. */
  public static final int ANY = 0,
      IF_TRUE = 1,
      IF_FALSE = 2,
      IF_NON_NULL = 3,
      IF_NON_ZERO = 4,
      IF_WITNESS = 5,
      IF_ASKED = 6;

  /** Subjects; from 0 on, numbers of arguments. */
  public static final int THIS = -1, RESULT = -2, CURRENT = -3;

  private final String hook;
  private final int moment;
  private final int condition;
  private final int subject;
  private final int mode;
  private final Class<?> guard;

  /**
   * A step.
   *
   * @param hook name of the hook, or of a pair of hooks without Before and After
   * @param mode of a variable, or packed range
   * @param guard a class of the JDK that the receiver must be of, or null
   */
  public CallStep(String hook, int moment, int condition, int subject, int mode, Class<?> guard) {
    this.hook = hook;
    this.moment = moment;
    this.condition = condition;
    this.subject = subject;
    this.mode = mode;
    this.guard = guard;
  }

  boolean isBefore() {
    return (moment & BEFORE) != 0;
  }

  boolean isAfter() {
    return (moment & AFTER) != 0;
  }

  boolean isLock() {
    switch (hook) {
      case "wait", "await", "conditionMade", "release", "releaseShared":
        return true;
      default:
        return hook.startsWith("request") || hook.startsWith("acquire");
    }
  }

  boolean applies(Object receiver, int site) {
    return (guard == null || guard.isInstance(receiver))
        && !(Sites.isUnchecked(site) && (hook.startsWith("library") || hook.endsWith("Range")));
  }

  void before(Object receiver, Object[] args, ThreadState t, int site) {
    if (moment == AROUND) {
      pair(true, receiver, args, true, mode, t, site);
    } else {
      single(subject(receiver, args, null), receiver, true, null, args, t, site);
    }
  }

  void after(Object receiver, Object[] args, Object result, ThreadState t, int site) {
    boolean happened = happened(args, result);
    if (moment == AROUND) {
      pair(false, receiver, args, happened, mode, t, site);
    } else if (happened || hook.startsWith("consume")) {
      single(subject(receiver, args, result), receiver, happened, result, args, t, site);
    }
  }

  void failed(Object receiver, Object[] args, ThreadState t, int site) {
    pair(false, receiver, args, false, mode | VarMode.FAILED, t, site);
  }

  private Object subject(Object receiver, Object[] args, Object result) {
    switch (subject) {
      case THIS:
        return receiver;
      case RESULT:
        return result;
      case CURRENT:
        return Thread.currentThread();
      default:
        return args != null && subject < args.length ? args[subject] : null;
    }
  }

  private boolean happened(Object[] args, Object result) {
    switch (condition) {
      case IF_TRUE:
        return Boolean.TRUE.equals(result);
      case IF_FALSE:
        return Boolean.FALSE.equals(result);
      case IF_NON_NULL:
        return result != null;
      case IF_NON_ZERO:
        return result instanceof Number n && n.longValue() != 0;
      case IF_ASKED:
        return args.length > 1 && Boolean.TRUE.equals(args[1]);
      case IF_WITNESS:
        return isWitness(result, expected(args));
      default:
        return true;
    }
  }

  private Object expected(Object[] args) {
    int at = args.length - 2;
    return at < 0 ? null : args[at];
  }

  private static boolean isWitness(Object result, Object expected) {
    boolean boxed =
        result instanceof Number || result instanceof Boolean || result instanceof Character;
    return result == expected || boxed && result.equals(expected);
  }

  private void pair(
      boolean opens,
      Object receiver,
      Object[] args,
      boolean done,
      int how,
      ThreadState t,
      int site) {
    int m = Sites.isUnchecked(site) ? how | VarMode.UNCHECKED : how;
    switch (hook) {
      case "wait":
        waits(opens, receiver, t, site);
        break;
      case "await":
        if (opens) {
          SyncHooks.awaitBegin(receiver, t, site);
        } else {
          SyncHooks.awaitEnd(receiver, t, site);
        }
        break;
      case "atomic":
        variable(opens, VarHooks.ATOMIC, receiver, null, 0, done, m, t, site);
        break;
      case "atomicElement":
        variable(opens, VarHooks.ELEMENT, receiver, null, number(args, 0), done, m, t, site);
        break;
      case "updater":
        variable(opens, VarHooks.UPDATER, receiver, args[0], 0, done, m, t, site);
        break;
      case "field":
        variable(opens, VarHooks.REFLECTED, receiver, args[0], 0, done, m, t, site);
        break;
      case "unsafe":
        variable(opens, VarHooks.ADDRESS, args[0], null, number(args, 1), done, m, t, site);
        break;
      case "handle":
        Object first = args.length > 0 ? args[0] : null;
        variable(opens, VarHooks.HANDLE, receiver, first, number(args, 1), done, m, t, site);
        break;
      default:
    }
  }

  private static long number(Object[] args, int at) {
    return args.length > at && args[at] instanceof Number n ? n.longValue() : -1;
  }

  private static void waits(boolean opens, Object monitor, ThreadState t, int site) {
    if (opens) {
      SyncHooks.waitBegin(monitor, t, site);
    } else {
      SyncHooks.waitEnd(monitor, t, site);
    }
  }

  private static void variable(
      boolean opens,
      int way,
      Object a,
      Object b,
      long c,
      boolean done,
      int mode,
      ThreadState t,
      int site) {
    if (a == null || t.inside != 0) {
      return;
    }
    if (opens) {
      VarHooks.before(way, a, b, c, mode, t, site);
    } else {
      VarHooks.after(way, a, b, c, done, mode, t, site);
    }
  }

  private void single(
      Object about,
      Object receiver,
      boolean happened,
      Object result,
      Object[] args,
      ThreadState t,
      int site) {
    switch (hook) {
      case "request" -> SyncHooks.request(about, t, site);
      case "requestShared" -> SyncHooks.requestShared(about, t, site);
      case "acquire" -> SyncHooks.acquire(about, t, site);
      case "acquireIf" -> SyncHooks.acquireIf(happened, about, t, site);
      case "acquireShared" -> SyncHooks.acquireShared(about, t, site);
      case "acquireSharedIf" -> SyncHooks.acquireSharedIf(happened, about, t, site);
      case "release" -> SyncHooks.release(about, t, site);
      case "releaseShared" -> SyncHooks.releaseShared(about, t, site);
      case "conditionMade" -> SyncHooks.conditionMade(result, about, t, site);
      case "publish" -> SyncHooks.publish(about, t, site);
      case "publishIn" -> ElementHooks.publishIn(about, receiver, t, site);
      case "consumeIn", "consumeInIf" ->
          ElementHooks.consumeInIf(happened, about, receiver, t, site);
      case "publishAll" -> SyncHooks.publishAll(about, t, site);
      case "consume" -> SyncHooks.consumeIf(happened, about, t, site);
      case "consumeIf", "consumeUnless" -> SyncHooks.consumeIf(happened, about, t, site);
      case "reachable" -> SyncHooks.reachable(about, t, site);
      case "initialized" -> SyncHooks.initialized(about, t, site);
      case "fork" -> SyncHooks.fork(about, t, site);
      case "joining" -> SyncHooks.joining(about, t, site);
      case "joined" -> SyncHooks.joined(about, t, site);
      case "interrupt" -> SyncHooks.interrupt(about, t, site);
      case "interruptedIf" -> SyncHooks.interruptedIf(happened, about, t, site);
      case "libraryRead" -> SyncHooks.libraryRead(about, t, site);
      case "libraryWrite" -> SyncHooks.libraryWrite(about, t, site);
      case "fenceAcquire" -> SyncHooks.fenceAcquire(t, site);
      case "fenceRelease" -> SyncHooks.fenceRelease(t, site);
      case "readRange" -> range(about, args, false, t, site);
      case "writeRange" -> range(about, args, true, t, site);
      case "submit" -> JdkHooks.submit(about);
      case "taskBegin" -> JdkHooks.taskBegin(about);
      case "taskEnd" -> JdkHooks.taskEnd(about);
      default -> {}
    }
  }

  /** See the catalogue's Range for how it is packed. */
  private void range(Object array, Object[] args, boolean writes, ThreadState t, int site) {
    int kind = mode & 15;
    int from = 0;
    int to = Integer.MAX_VALUE;
    if (kind != 0) {
      from = (int) number(args, mode >>> 4 & 15);
      int second = (int) number(args, mode >>> 8 & 15);
      int third = (int) number(args, mode >>> 12 & 15);
      to = kind == 1 ? from + 1 : kind == 2 ? second : from + (kind == 3 ? second : third - second);
    }
    SlowPath.range(array, from, to, writes, t, site);
  }
}
