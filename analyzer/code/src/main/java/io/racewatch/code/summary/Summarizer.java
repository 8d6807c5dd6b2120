package io.racewatch.code.summary;

import io.racewatch.code.api.Effect;
import io.racewatch.code.api.Meaning;
import io.racewatch.code.api.ThreadRow;
import io.racewatch.code.calls.Program;
import io.racewatch.code.facts.Event;
import io.racewatch.code.facts.MethodBody;
import io.racewatch.code.facts.Path;
import io.racewatch.code.facts.Path.Kind;
import io.racewatch.code.facts.Paths;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.objectweb.asm.Opcodes;

/** Makes the summary of one method from its facts and the summaries of what it calls. */
final class Summarizer {
  private static final int DEEPEST_CALLBACK = 6;

  private final Program program;
  private final Paths paths;
  private final Targets targets;
  private final LockNames names;
  private final Shared shared;
  private final OrderNames orders;
  private final Function<MethodBody, Summary> summaries;
  private final MethodBody body;
  private final Builder to;
  private final Map<Path, Path> results = new HashMap<>();
  private final Paths.Substitution here;
  private final Map<Path, List<Path>> contents = new HashMap<>();
  private final Starter starter;
  private int depth;

  Summarizer(Surroundings around, Function<MethodBody, Summary> summaries, MethodBody body) {
    this.program = around.program();
    this.paths = program.paths();
    this.targets = around.targets();
    this.names = around.names();
    this.shared = around.shared();
    this.orders = around.orders();
    this.summaries = summaries;
    this.body = body;
    this.to = new Builder(body, around);
    this.starter = new Starter(this);
    this.here =
        paths.new Substitution() {
          @Override
          protected Path root(Path root) {
            return root.is(Kind.RESULT) ? results.get(root) : null;
          }
        };
  }

  Summary summarize() {
    for (Event event : body.events()) {
      if (event instanceof Event.FieldAccess access) {
        field(access);
      } else if (event instanceof Event.ArrayAccess access) {
        Path array = here.of(access.array());
        if (access.value() != null) {
          put(array, here.of(access.value()));
        }
        touch(Touch.Kind.ELEMENT, access.index(), array, access.write(), access);
      } else if (event instanceof Event.Request request) {
        request(request);
      } else if (event instanceof Event.Call call) {
        call(call);
      } else if (event instanceof Event.Return end && end.value() != null) {
        to.returns(here.of(end.value()));
      }
    }
    return to.build(targets);
  }

  private Trace place(Event event) {
    return Trace.at(body, event.line());
  }

  private Locks held(Event event) {
    return names.of(event.held(), body, here);
  }

  private void put(Path container, Path value) {
    if (container.is(Kind.MADE)) {
      contents.computeIfAbsent(container, k -> new ArrayList<>()).add(value);
    }
  }

  List<Path> in(Path container) {
    return contents.getOrDefault(container, List.of());
  }

  private void field(Event.FieldAccess access) {
    to.signals().field(access, program);
    if (!shared.field(access.field())) {
      return;
    }
    boolean setUp = access.base() == null && body.name().equals("<clinit>");
    if (!setUp) {
      Path base = access.base() == null ? null : here.of(access.base());
      touch(Touch.Kind.FIELD, access.field(), base, access.write(), access);
    }
  }

  private void touch(Touch.Kind kind, String member, Path object, boolean write, Event event) {
    if (object != null && !lasting(object)) {
      return;
    }
    boolean young = body.name().equals("<init>") && object != null && object.root().isParam(0);
    to.touch(
        new Touch(
            kind,
            member,
            object,
            write,
            held(event),
            -1,
            0,
            false,
            young,
            Orders.NONE,
            place(event)),
        event.at());
  }

  private static boolean lasting(Path object) {
    return switch (object.root().kind()) {
      case UNKNOWN, NULL, CONSTANT, CLASS, LAMBDA -> false;
      default -> true;
    };
  }

  private void request(Event.Request request) {
    Locks.Use wants = names.of(request.lock(), body, here);
    Ask.Kind kind = request.waits() ? Ask.Kind.LOCK : Ask.Kind.TRY;
    to.ask(new Ask(wants, kind, held(request), -1, 0, false, place(request)), request.at());
  }

  private void call(Event.Call call) {
    Meaning meaning = call.meaning();
    library(call, meaning);
    signals(call, meaning);
    to.signals().call(call, call.instance() ? here.of(call.arguments().get(0)) : null);
    if (meaning.has(Effect.FORK)) {
      fork(call, meaning.row(Effect.FORK), false);
      return;
    }
    if (meaning.has(Effect.FORK_JOIN)) {
      fork(call, meaning.row(Effect.FORK_JOIN), true);
      return;
    }
    if (meaning.jdk() && call.instance() && functional(call.owner())) {
      invoke(asked(call), call, false);
      return;
    }
    if (meaning.jdk()) {
      if (!meaning.has(Effect.KEEP) && !call.name().equals("<init>")) {
        functions(call, meaning);
      }
      return;
    }
    List<MethodBody> reached = targets.of(call);
    for (MethodBody target : reached) {
      Summary summary = summaries.apply(target);
      if (summary != null) {
        List<Path> actuals = arguments(call);
        new Lift(this, summary, actuals, call, held(call)).guess(reached.size() > 1).all();
        if (reached.size() == 1) {
          result(call, summary, actuals);
        }
      }
    }
    if (reached.isEmpty() && call.instance() && call.opcode() == Opcodes.INVOKEINTERFACE) {
      invoke(asked(call), call, false);
    }
  }

  private static boolean functional(String owner) {
    return owner.startsWith("java/util/function/")
        || owner.equals("java/lang/Runnable")
        || owner.equals("java/util/concurrent/Callable");
  }

  /** A call on an object whose class only a caller may know. */
  private Pending asked(Event.Call call) {
    List<Path> all = arguments(call);
    return new Pending(
        all.get(0),
        call.name(),
        call.descriptor(),
        all.subList(1, all.size()),
        false,
        -1,
        0,
        held(call),
        place(call));
  }

  private List<Path> arguments(Event.Call call) {
    List<Path> all = new ArrayList<>(call.arguments().size());
    for (Path each : call.arguments()) {
      all.add(here.of(each));
    }
    return all;
  }

  private void result(Event.Call call, Summary summary, List<Path> actuals) {
    if (call.result() == null || summary.returns() == null) {
      return;
    }
    Path seen = Lift.substitution(paths, summary.of(), actuals).of(summary.returns());
    if (seen.root().is(Kind.MADE) && seen.parent() == null) {
      seen = paths.made(body.key(), call.at(), seen.type(), seen.children());
    }
    if (!seen.root().is(Kind.UNKNOWN) && !seen.root().is(Kind.RESULT)) {
      results.put(call.result(), seen);
    }
  }

  private void library(Event.Call call, Meaning meaning) {
    if (meaning.library() > 0 && call.instance()) {
      Path object = here.of(call.arguments().get(0));
      touch(Touch.Kind.LIBRARY, null, object, meaning.library() == 2, call);
      if (meaning.library() == 2 && call.arguments().size() > 1) {
        put(object, here.of(call.arguments().get(call.arguments().size() - 1)));
      }
    }
    if (meaning.libraryArgument() > 0 && call.argument(0) != null) {
      Path object = here.of(call.argument(0));
      touch(Touch.Kind.LIBRARY, null, object, meaning.libraryArgument() == 2, call);
    }
  }

  private void signals(Event.Call call, Meaning meaning) {
    if (meaning.has(Effect.JOIN)) {
      ThreadRow row = meaning.row(Effect.JOIN);
      Path handle = row.subject() == ThreadRow.ANY ? null : here.of(call.arguments().get(0));
      to.join(call.at(), handle);
      if (handle != null) {
        ask(call, handle, Ask.Kind.JOIN);
      }
    }
    if (meaning.has(Effect.WAITS)) {
      ask(call, here.of(call.arguments().get(0)), Ask.Kind.WAIT);
    }
    if (meaning.has(Effect.WAKES)) {
      ask(call, here.of(call.arguments().get(0)), Ask.Kind.WAKE);
    }
  }

  private void ask(Event.Call call, Path on, Ask.Kind kind) {
    Locks.Use use =
        names.canonical(on, io.racewatch.code.facts.Held.Mode.EXCLUSIVE, false, place(call));
    to.ask(new Ask(use, kind, held(call), -1, 0, false, place(call)), call.at());
  }

  /** Functions given to the JDK run before the call returns, on a parallel stream in threads. */
  private void functions(Event.Call call, Meaning meaning) {
    boolean spread = call.instance() && here.of(call.arguments().get(0)).is(Kind.PARALLEL);
    for (Path each : call.arguments()) {
      Path function = here.of(each);
      if (isStart(function) && call.instance()) {
        startAll(call);
      } else if (function.is(Kind.LAMBDA) || meaning.has(Effect.HERE) && lasting(function)) {
        if (spread) {
          starter.start(call, function, new Starter.Start(true, true, null, null), place(call), 0);
        } else {
          invoke(
              new Pending(function, null, null, List.of(), false, -1, 0, held(call), place(call)),
              call,
              false);
        }
      }
    }
  }

  /** Whether it is {@code Thread::start}. */
  private boolean isStart(Path function) {
    return function.is(Kind.LAMBDA)
        && function.lambda().name().equals("start")
        && function.lambda().descriptor().equals("()V")
        && program.meanings().isA(function.lambda().owner(), "java/lang/Thread");
  }

  /** All threads in a collection are started. */
  private void startAll(Event.Call call) {
    Path all = here.of(call.arguments().get(0));
    Path each = paths.step(Kind.ELEMENT, all, null, "java/lang/Thread");
    starter.start(call, each, new Starter.Start(true, false, each, null), place(call), 0);
  }

  private void fork(Event.Call call, ThreadRow row, boolean joined) {
    Path pool = Starter.pool(call, arguments(call));
    for (Path subject : subjects(call, row)) {
      Path handle = handle(call, row);
      Path on = handle == pool ? null : pool;
      boolean serial = call.meaning().has(Effect.SERIAL);
      Starter.Start how = new Starter.Start(row.many(), joined, handle, on, serial);
      starter.start(call, here.of(subject), how, place(call), 0);
    }
  }

  private List<Path> subjects(Event.Call call, ThreadRow row) {
    if (row.subject() == ThreadRow.ARGS) {
      return call.instance()
          ? call.arguments().subList(1, call.arguments().size())
          : call.arguments();
    }
    Path one = call.argument(row.subject());
    return one == null ? List.of() : List.of(one);
  }

  private Path handle(Event.Call call, ThreadRow row) {
    return switch (row.handle()) {
      case ThreadRow.THIS -> here.of(call.arguments().get(0));
      case ThreadRow.RESULT -> call.result();
      default -> null;
    };
  }

  /** Calls a method of an object, of which perhaps only a caller knows the class. */
  void invoke(Pending pending, Event.Call call, boolean again) {
    Path object = pending.target();
    if (object.root().is(Kind.PARAM)) {
      to.pending(pending, call.at());
      if (object.isParam(0)) {
        return;
      }
    }
    if (depth >= DEEPEST_CALLBACK) {
      return;
    }
    depth++;
    List<Targets.Target> reached =
        targets.on(object, pending.name(), pending.descriptor(), pending.arguments(), this::in);
    if (pending.tag() >= 0) {
      starter.inThreads(pending, reached, call, again);
    } else {
      here(pending, reached, call);
    }
    depth--;
  }

  private void here(Pending pending, List<Targets.Target> reached, Event.Call call) {
    for (Targets.Target target : reached) {
      Summary summary = summaries.apply(target.body());
      if (summary != null) {
        new Lift(this, summary, target.arguments(), call, pending.held())
            .through(pending.trace())
            .all();
      }
    }
  }

  Starter starter() {
    return starter;
  }

  Targets targets() {
    return targets;
  }

  /** The summary of a method; null while it is being made. */
  Summary summary(MethodBody of) {
    return summaries.apply(of);
  }

  MethodBody body() {
    return body;
  }

  Builder to() {
    return to;
  }

  Paths paths() {
    return paths;
  }

  LockNames names() {
    return names;
  }

  OrderNames orders() {
    return orders;
  }
}
