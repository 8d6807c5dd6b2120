package io.racewatch.report;

import static io.racewatch.report.Samples.access;
import static io.racewatch.report.Samples.finding;
import static io.racewatch.report.Samples.frame;
import static io.racewatch.report.Samples.lock;
import static io.racewatch.report.Samples.stack;
import static io.racewatch.report.Samples.thread;

import io.racewatch.model.Access;
import io.racewatch.model.Certainty;
import io.racewatch.model.Coverage;
import io.racewatch.model.CycleEdge;
import io.racewatch.model.Evidence;
import io.racewatch.model.Explanation;
import io.racewatch.model.Finding;
import io.racewatch.model.Frame;
import io.racewatch.model.LockRef;
import io.racewatch.model.Operation;
import io.racewatch.model.Rule;
import io.racewatch.model.Scope;
import io.racewatch.model.Status;
import io.racewatch.model.ThreadRef;
import java.util.ArrayList;
import java.util.List;

/** Findings as the engine makes them, one of each kind. */
public final class SampleFindings {
  /** Markup, a terminal escape, a right-to-left override, a lone surrogate, a null. */
  public static final String EVIL =
      "a</script><script>alert('x')</script>\u001b[2J\u202Egpj\uD800\u0000\"&\r\n::error::]]>";

  private SampleFindings() {}

  static List<Finding> all() {
    return List.of(
        race(),
        deadlock(),
        apiRace(),
        cycle(),
        libraryRace(),
        unguardedWrite(),
        SampleReports.with(numbered(7), Status.KNOWN),
        SampleReports.with(numbered(8), Status.SUPPRESSED));
  }

  static Finding race() {
    Frame pay = frame("com.acme.Bank", "pay", 12);
    ThreadRef worker =
        new ThreadRef(
            "worker-1",
            23,
            false,
            stack("java.lang.Thread", "start", "com.acme.Main", "main"),
            stack(
                "java.util.concurrent.AbstractExecutorService",
                "submit",
                "com.acme.Main",
                "schedule"));
    Access write =
        access(
            "com.acme.Counter.value",
            Operation.WRITE,
            "Counter#1",
            worker,
            stack(
                "com.acme.Counter", "add",
                "com.acme.Job", "run",
                "java.util.concurrent.Executors$RunnableAdapter", "call",
                "java.util.concurrent.FutureTask", "run",
                "java.lang.Thread", "run"),
            List.of(lock("com.acme.Bank.lock", "Object#7", pay)));
    Access read =
        access(
            "com.acme.Counter.value",
            Operation.READ,
            "Counter#1",
            thread("main", 1),
            stack("com.acme.Counter", "get", "com.acme.Main", "main"),
            List.of());
    return finding(
        Rule.DATA_RACE,
        "com.acme.Counter.value: write in Counter.add, read in Counter.get",
        List.of("com.acme.Counter.value"),
        List.of(write, read),
        why(
            "Nothing orders the write in worker-1 before the read in main: main reads without a"
                + " lock while worker-1 writes under com.acme.Bank.lock. Only the lock inside"
                + " System.out came between them, which is an accident of the JDK."));
  }

  static Finding apiRace() {
    Access put =
        access(
            "java.util.HashMap",
            Operation.CALL,
            "HashMap#3",
            thread("http-1", 31),
            stack(
                "java.util.HashMap", "putVal",
                "java.util.HashMap", "put",
                "com.acme.Cache", "store",
                "com.acme.Handler", "handle"),
            List.of());
    Access get =
        access(
            "java.util.HashMap",
            Operation.CALL,
            "HashMap#3",
            new ThreadRef("", 32, true, List.of(), List.of()),
            stack("java.util.HashMap", "get", "com.acme.Cache", "find"),
            List.of());
    return finding(
        Rule.API_RACE,
        "HashMap.put in Cache.store, HashMap.get in Cache.find",
        List.of("java.util.HashMap"),
        List.of(put, get),
        new Explanation("The map is not thread-safe.", "epochs", null, null));
  }

  static Finding deadlock() {
    return cyclic(Rule.DEADLOCK, Certainty.CERTAIN, "two threads wait for each other");
  }

  static Finding cycle() {
    return cyclic(
        Rule.LOCK_ORDER_CYCLE, Certainty.LIKELY, "Account.lock and Log.lock taken in both orders");
  }

  private static Finding cyclic(Rule rule, Certainty certainty, String title) {
    LockRef account =
        lock("com.acme.Account.lock", "Object#4", frame("com.acme.Account", "move", 8));
    LockRef log = lock("com.acme.Log.lock", "ReentrantLock#5", frame("com.acme.Log", "write", 9));
    CycleEdge one =
        new CycleEdge(
            thread("teller-1", 41),
            account,
            stack("com.acme.Account", "move", "com.acme.Teller", "run"),
            log,
            stack(
                "java.util.concurrent.locks.ReentrantLock", "lock",
                "com.acme.Log", "write",
                "com.acme.Account", "move"));
    CycleEdge two =
        new CycleEdge(
            thread("logger", 42),
            log,
            stack("com.acme.Log", "flush", "com.acme.Logger", "run"),
            account,
            stack("com.acme.Account", "balance", "com.acme.Log", "flush"));
    Explanation why =
        new Explanation(
            "No gate lock is held around both, and no start or join orders the two threads.",
            "graph",
            null,
            null);
    return Samples.with(
        finding(rule, title, List.of("com.acme.Account.lock", "com.acme.Log.lock"), List.of(), why),
        certainty,
        Evidence.DYNAMIC,
        Scope.OWN,
        null,
        List.of(one, two));
  }

  /** A cycle of n locks and threads. */
  public static Finding ring(int n) {
    List<LockRef> locks = new ArrayList<>();
    List<CycleEdge> edges = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      String owner = "com.acme.Department" + i;
      locks.add(lock(owner + ".lock", "Object#" + i, frame(owner, "enter", 3)));
    }
    for (int i = 0; i < n; i++) {
      String owner = "com.acme.Department" + i;
      edges.add(
          new CycleEdge(
              thread("clerk-" + i, i),
              locks.get(i),
              stack(owner, "enter"),
              locks.get((i + 1) % n),
              stack(owner, "pass")));
    }
    Finding bare =
        finding(
            Rule.LOCK_ORDER_CYCLE,
            n + " departments",
            List.of("com.acme.Department0.lock"),
            List.of(),
            null);
    return Samples.with(bare, Certainty.LIKELY, Evidence.DYNAMIC, Scope.OWN, null, edges);
  }

  static Finding libraryRace() {
    return Samples.with(
        numbered(3), Certainty.CERTAIN, Evidence.DYNAMIC, Scope.LIBRARY, null, List.of());
  }

  static Finding unguardedWrite() {
    Finding race = numbered(5);
    Finding unguarded =
        finding(
            Rule.UNGUARDED_WRITE,
            "org.lib.Part5.state is written with no lock that its other accesses hold",
            race.members(),
            race.accesses(),
            race.explanation());
    return Samples.with(
        unguarded, Certainty.POSSIBLE, Evidence.DYNAMIC, Scope.OWN, null, List.of());
  }

  static Finding staticRace() {
    return Samples.with(
        numbered(6), Certainty.LIKELY, Evidence.STATIC, Scope.OWN, Coverage.NOT_REACHED, List.of());
  }

  static Finding numbered(int i) {
    String owner = "org.lib.Part" + i;
    String member = owner + ".state";
    Finding race =
        finding(
            Rule.DATA_RACE,
            member + ": write in Part" + i + ".set, read in Part" + i + ".get",
            List.of(member),
            List.of(
                access(
                    member,
                    Operation.WRITE,
                    "Part#" + i,
                    thread("pool-1-thread-" + i, 50 + i),
                    stack(owner, "set", "org.lib.Pool", "run", "java.lang.Thread", "run"),
                    List.of()),
                access(
                    member,
                    Operation.READ,
                    "Part#" + i,
                    thread("main", 1),
                    stack(owner, "get", "com.acme.Main", "main"),
                    List.of())),
            new Explanation("Nothing orders the two.", "epochs+graph", null, null));
    return i % 3 == 0
        ? Samples.with(race, Certainty.CERTAIN, Evidence.DYNAMIC, Scope.LIBRARY, null, List.of())
        : race;
  }

  static Finding hostile() {
    ThreadRef thread = thread(EVIL, 1);
    List<Frame> stack = List.of(new Frame(EVIL, EVIL, EVIL, 1), frame("x".repeat(65_535), "m", 0));
    Access access =
        new Access(
            EVIL,
            Operation.WRITE,
            EVIL,
            EVIL,
            thread,
            stack,
            List.of(lock(EVIL, EVIL, stack.get(0))));
    Explanation why =
        new Explanation(
            EVIL + "y".repeat(10_000),
            EVIL,
            new Explanation.LastCommon(EVIL, EVIL, stack, stack),
            new Explanation.Guard(EVIL, 1, 2));
    return finding(Rule.DATA_RACE, EVIL, List.of(EVIL, EVIL), List.of(access, access), why);
  }

  static Finding sparseRace() {
    LockRef lock = new LockRef("com.acme.A.lock", null, "java.lang.Object", null, null);
    Access access =
        new Access(
            "com.acme.A.x",
            Operation.WRITE,
            null,
            null,
            null,
            List.of(new Frame("A", "m", "", 0)),
            List.of(lock));
    return finding(Rule.DATA_RACE, "A.x", List.of("com.acme.A.x"), List.of(access, access), null);
  }

  static Finding sparseCycle() {
    Finding bare = finding(Rule.LOCK_ORDER_CYCLE, "A and B", List.of(), List.of(), null);
    CycleEdge edge = new CycleEdge(null, null, List.of(), null, List.of());
    return Samples.with(
        bare, Certainty.LIKELY, Evidence.STATIC, Scope.OWN, null, List.of(edge, edge));
  }

  private static Explanation why(String text) {
    return new Explanation(
        text,
        "epochs+graph",
        new Explanation.LastCommon(
            "thread-start",
            "main started worker-1",
            stack("com.acme.Main", "main"),
            stack("java.lang.Thread", "run")),
        new Explanation.Guard("com.acme.Bank.lock", 41, 42));
  }
}
