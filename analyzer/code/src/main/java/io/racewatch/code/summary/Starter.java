package io.racewatch.code.summary;

import io.racewatch.code.api.Meanings;
import io.racewatch.code.facts.Event;
import io.racewatch.code.facts.MethodBody;
import io.racewatch.code.facts.Path;
import io.racewatch.code.facts.Path.Kind;
import java.util.List;
import java.util.Set;

/** Starts threads and tasks in the summary of one method. */
final class Starter {
  private static final Set<String> TASKS =
      Set.of("java/lang/Runnable", "java/util/concurrent/Callable");

  private final Summarizer in;
  private final MethodBody body;
  private final Builder to;

  Starter(Summarizer in) {
    this.in = in;
    this.body = in.body();
    this.to = in.to();
  }

  /** How a thread is started at a call. */
  record Start(boolean many, boolean joined, Path handle, Path pool, boolean serial) {
    Start(boolean many, boolean joined, Path handle, Path pool) {
      this(many, joined, handle, pool, false);
    }
  }

  /** Starts threads that run an object; those that only callers know are left to them. */
  void start(Event.Call call, Path given, Start how, Trace at, long mask) {
    Path object = unwrap(given);
    boolean loop = body.flow().inLoop(call.at());
    boolean open = object.root().is(Kind.PARAM) && !object.isParam(0);
    List<Targets.Target> reached = in.targets().on(object, null, null, List.of(), in::in);
    if (reached.isEmpty() && !open) {
      return;
    }
    boolean ordered = how.pool != null && !how.pool.is(Kind.UNKNOWN) && !madeWith(how.pool, call);
    Path serial = ordered && (how.serial || serial(how.pool)) ? how.pool : null;
    boolean several = how.many || loop && (!object.is(Kind.ELEMENT) || open);
    Path handle = task(given) == null ? how.handle : task(given);
    Tag tag = new Tag(at, several, serial, handle, how.pool, !how.joined);
    if (open) {
      int number = to.tag(tag, call.at());
      if (number >= 0) {
        to.pending(
            new Pending(object, null, null, List.of(), true, number, mask, Locks.NONE, at),
            call.at());
      }
    }
    run(reached, tag, call, new Round(loop || how.many, how.many, mask, -1, !how.many));
  }

  /** What the task is given to; of a static method the executor in its last argument; or null. */
  static Path pool(Event.Call call, List<Path> arguments) {
    if (call.instance()) {
      return arguments.get(0);
    }
    boolean named = call.descriptor().contains("Ljava/util/concurrent/Executor;)");
    return named ? arguments.get(arguments.size() - 1) : null;
  }

  /** The future that is run itself, so that who asks it for its result waits; or null. */
  private static Path task(Path given) {
    return given.is(Kind.MADE) && given.type().equals("java/util/concurrent/FutureTask")
        ? given
        : null;
  }

  /** The task inside a thread or task of the JDK. */
  private static Path unwrap(Path given) {
    boolean one = given.is(Kind.MADE) && !given.type().equals("java/util/List");
    if (one && Meanings.isJdk(given.type())) {
      for (Path child : given.children()) {
        boolean task = child.type() != null && TASKS.contains(child.type());
        if (task && !child.is(Kind.UNKNOWN)) {
          return child;
        }
      }
    }
    return given;
  }

  /**
   * How targets are run.
   *
   * @param together whether they run beside each other
   * @param again whether each is run several times on the very same objects
   * @param mask threads that may run at that time
   * @param first number of the thread for the first target; -1: a new one
   * @param loop whether there are several only because of a loop, if there are
   */
  private record Round(boolean together, boolean again, long mask, int first, boolean loop) {}

  /** Runs each target in a thread of its own. */
  private void run(List<Targets.Target> reached, Tag tag, Event.Call call, Round round) {
    int[] numbers = new int[reached.size()];
    long all = 0;
    boolean only = reached.size() == 1 && !parts(reached, tag, 0);
    boolean several = tag.many() && (only || body.flow().inLoop(call.at()));
    for (int i = 0; i < numbers.length; i++) {
      boolean many = several || madeInLoop(reached.get(i).object());
      if (i == 0 && round.first >= 0) {
        numbers[i] = round.first;
      } else if (round.loop) {
        numbers[i] = to.tagOfRound(tag.times(many), call.at());
      } else {
        numbers[i] = to.tag(tag.times(many), call.at());
      }
      all |= numbers[i] < 0 ? 0 : 1L << numbers[i];
    }
    for (int i = 0; i < numbers.length; i++) {
      Summary summary = in.summary(reached.get(i).body());
      if (summary != null && numbers[i] >= 0) {
        long others = round.together ? all & ~(1L << numbers[i]) : 0;
        new Lift(in, summary, reached.get(i).arguments(), call, Locks.NONE)
            .of(reached.get(i).object())
            .inThread(numbers[i], round.again && !parts(reached, tag, i), round.mask | others);
      }
    }
  }

  /** Whether the target is one of many tasks that are given together, each run once. */
  private static boolean parts(List<Targets.Target> reached, Tag tag, int number) {
    return tag.pool() != null && !tag.live() && reached.get(number).object().is(Kind.LAMBDA);
  }

  /** Runs what only this caller knows in a thread that a called method starts. */
  void startPending(Pending pending, Event.Call call, boolean again) {
    List<Targets.Target> reached = in.targets().on(pending.target(), null, null, List.of(), in::in);
    inThreads(pending, reached, call, again);
    if (pending.target().root().is(Kind.PARAM) && !pending.target().isParam(0)) {
      to.pending(pending, call.at());
    }
  }

  /** Each element of an array or collection is run by a thread of its own. */
  void inThreads(Pending pending, List<Targets.Target> reached, Event.Call call, boolean again) {
    if (reached.isEmpty()) {
      return;
    }
    Tag tag = to.tag(pending.tag());
    boolean same = again && !pending.target().is(Kind.ELEMENT);
    run(reached, tag, call, new Round(tag.many(), same, pending.mask(), pending.tag(), false));
    if (pending.target().is(Kind.ELEMENT)) {
      boolean loop = body.flow().inLoop(call.at());
      for (Targets.Target each : reached) {
        loop |= madeInLoop(each.object());
      }
      int first = pending.tag();
      to.replace(first, tag.times(loop));
    }
  }

  private boolean madeInLoop(Path object) {
    boolean site = object.is(Kind.LAMBDA) || object.is(Kind.MADE);
    return site && object.name().equals(body.key()) && body.flow().inLoop(object.index());
  }

  /** Whether each round of a loop has a pool of its own. */
  private boolean madeWith(Path pool, Event.Call call) {
    boolean site = pool.is(Kind.MADE) || pool.is(Kind.RESULT);
    return site && pool.name().equals(body.key()) && body.flow().inOneLoop(pool.index(), call.at());
  }

  private boolean serial(Path pool) {
    if (pool.is(Kind.MADE)) {
      return "serial".equals(pool.type());
    }
    if (!pool.is(Kind.FIELD) && !pool.is(Kind.STATIC)) {
      return false;
    }
    List<Path> values = in.targets().stored(pool);
    return !values.isEmpty()
        && values.stream().allMatch(v -> v.is(Kind.MADE) && "serial".equals(v.type()));
  }
}
