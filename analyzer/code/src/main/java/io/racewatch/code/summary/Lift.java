package io.racewatch.code.summary;

import io.racewatch.code.facts.Event;
import io.racewatch.code.facts.Flow;
import io.racewatch.code.facts.MethodBody;
import io.racewatch.code.facts.Path;
import io.racewatch.code.facts.Path.Kind;
import io.racewatch.code.facts.Paths;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;

/** Brings what a called method does into the terms of the method that calls it. */
final class Lift {
  private final Summarizer in;
  private final Summary summary;
  private final Event.Call call;
  private final Locks held;
  private final Paths.Substitution seen;
  private final Builder to;
  private final boolean loop;
  private final Map<Orders, Orders> orders = new IdentityHashMap<>();
  private Trace way;
  private Path runs;
  private boolean guess;
  private int thread = -1;
  private boolean many;
  private long beside;
  private int[] numbers = new int[0];

  Lift(Summarizer in, Summary summary, List<Path> actuals, Event.Call call, Locks held) {
    this.in = in;
    this.summary = summary;
    this.call = call;
    this.held = held;
    this.to = in.to();
    this.seen = substitution(in.paths(), summary.of(), actuals);
    this.loop = in.body().flow().inLoop(call.at());
    this.way = Trace.at(in.body(), call.line());
  }

  /** Parameters become what is passed; what is passed no path to becomes unknown. */
  static Paths.Substitution substitution(Paths paths, MethodBody of, List<Path> actuals) {
    int shift = of.has(Opcodes.ACC_STATIC) ? -1 : 0;
    return paths.new Substitution() {
      @Override
      protected Path root(Path root) {
        if (!root.is(Kind.PARAM)) {
          return null;
        }
        int at = root.index() + shift;
        return at < 0 || at >= actuals.size() ? paths.unknown(root.type()) : actuals.get(at);
      }
    };
  }

  /** The call leads there by other methods first. */
  Lift through(Trace longer) {
    way = longer;
    return this;
  }

  /** Whether this is one of several methods that the call can reach. */
  Lift guess(boolean several) {
    guess = several;
    return this;
  }

  /** What runs is a method of this object. */
  Lift of(Path its) {
    runs = its;
    return this;
  }

  /** Everything, in the caller's own thread. */
  void all() {
    lift();
    to.signals().callee(call.at(), summary.orders().in(seen, in.orders()));
    for (Path join : summary.joins()) {
      to.join(call.at(), join == Path.ANY ? null : seen.of(join));
    }
  }

  /** Everything, in a thread of that number that is started here. */
  void inThread(int number, boolean several, long others) {
    thread = number;
    many = several;
    beside = others;
    lift();
  }

  private void lift() {
    if (way.depth() + 1 >= Trace.DEEPEST) {
      return;
    }
    number();
    for (Touch touch : summary.touches()) {
      touch(touch);
    }
    for (Ask ask : summary.asks()) {
      ask(ask);
    }
    for (Pending each : summary.pending()) {
      pending(each);
    }
  }

  private void number() {
    List<Tag> tags = summary.tags();
    numbers = new int[tags.size()];
    for (int i = 0; i < numbers.length; i++) {
      Tag tag = tags.get(i);
      Path handle = tag.handle() == null ? null : handle(tag.handle());
      Path pool = tag.pool() == null ? null : seen.of(tag.pool());
      Path serial = tag.serial() == null ? null : seen.of(tag.serial());
      boolean again = tag.many() || loop && serial == null || many;
      Trace at = thread < 0 ? way(tag.at()) : tag.at();
      Tag here = new Tag(at, again, serial, handle, pool, tag.live());
      boolean once = !tag.many() && !many;
      numbers[i] = once ? to.tagOfRound(here, call.at()) : to.tag(here, call.at());
    }
  }

  /** A handle that is returned is known to the caller as the result of the call. */
  private Path handle(Path inner) {
    Path outer = seen.of(inner);
    boolean fresh = outer.is(Kind.MADE) && inner == summary.returns();
    return fresh
        ? in.paths().made(in.body().key(), call.at(), outer.type(), outer.children())
        : outer;
  }

  private Orders seen(Orders its) {
    return its.in(seen, in.orders());
  }

  private Trace way(Trace inner) {
    return way.then(inner);
  }

  private long mask(long inner) {
    long mask = 0;
    for (int i = 0; i < numbers.length; i++) {
      if ((inner >> i & 1) != 0 && numbers[i] >= 0) {
        mask |= 1L << numbers[i];
      }
    }
    return mask;
  }

  private int tag(int inner) {
    return inner < 0 ? thread : numbers[inner];
  }

  private void touch(Touch touch) {
    Path object = touch.object() == null ? null : seen.of(touch.object());
    if (object != null && !keeps(object)) {
      return;
    }
    boolean own = touch.tag() < 0;
    int number = tag(touch.tag());
    if (!own && number < 0) {
      return;
    }
    boolean inWay = own && thread < 0;
    if (inWay && way.depth() + touch.trace().depth() >= Trace.DEEPEST) {
      return;
    }
    boolean wasMany = own ? thread >= 0 && many : summary.tags().get(touch.tag()).many();
    boolean alone = touch.alone() || !wasMany && fresh(object);
    Trace trace = inWay ? way(touch.trace()) : touch.trace();
    Locks locks = touch.locks().in(seen, in.names(), way);
    locks = wasMany ? locks : locks.each(this::ofRound);
    boolean young = touch.young() && object != null && object.root().isParam(0) && constructs();
    to.touch(
        new Touch(
            touch.kind(),
            touch.member(),
            object,
            touch.write(),
            inWay ? locks.within(held) : locks,
            number,
            mask(touch.mask()) | (own ? beside : 0),
            alone,
            young,
            orders.computeIfAbsent(touch.orders(), this::seen),
            trace),
        call.at());
  }

  private boolean constructs() {
    return in.body().name().equals("<init>");
  }

  private boolean keeps(Path object) {
    return switch (object.root().kind()) {
      case UNKNOWN, NULL, CONSTANT, CLASS, LAMBDA -> false;
      default -> true;
    };
  }

  /** Whether each round of the loop around the call has another object. */
  private boolean fresh(Path object) {
    boolean rounds = loop || madeInLoop();
    if (object == null || !rounds) {
      return false;
    }
    for (Path at = object; at != null; at = at.parent()) {
      if (at.is(Kind.ELEMENT)) {
        return true;
      }
    }
    Path root = object.root();
    boolean made = root.is(Kind.MADE) || root.is(Kind.RESULT);
    Flow flow = in.body().flow();
    boolean here = made && root.name().equals(in.body().key());
    return here
        && (flow.inOneLoop(root.index(), call.at())
            || madeInLoop() && flow.inOneLoop(root.index(), runs.index()));
  }

  /** The same of a lock, also of one that a called method makes. */
  private boolean ofRound(Path lock) {
    Path root = lock.root();
    boolean called = root.is(Kind.MADE) && !root.name().equals(in.body().key());
    return called ? loop : fresh(lock);
  }

  /** Whether what runs is made anew in each round of a loop of the caller. */
  private boolean madeInLoop() {
    return runs != null
        && (runs.is(Kind.LAMBDA) || runs.is(Kind.MADE))
        && runs.name().equals(in.body().key())
        && in.body().flow().inLoop(runs.index());
  }

  private void ask(Ask ask) {
    boolean own = ask.tag() < 0;
    int number = tag(ask.tag());
    if (!own && number < 0) {
      return;
    }
    Locks.Use wants = ask.wants();
    Path path = seen.of(wants.path());
    if (path.root().is(Kind.UNKNOWN) || path.root().is(Kind.NULL)) {
      return;
    }
    boolean inWay = own && thread < 0;
    if (inWay && way.depth() + ask.trace().depth() >= Trace.DEEPEST) {
      return;
    }
    Trace trace = inWay ? way(ask.trace()) : ask.trace();
    Locks locks = ask.held().in(seen, in.names(), way);
    to.ask(
        new Ask(
            in.names().canonical(path, wants.mode(), wants.monitor(), trace),
            ask.kind(),
            inWay ? locks.within(held) : locks,
            number,
            mask(ask.mask()) | (own ? beside : 0),
            ask.guess() || guess,
            trace),
        call.at());
  }

  private void pending(Pending each) {
    Path target = seen.of(each.target());
    List<Path> arguments = new ArrayList<>();
    for (Path path : each.arguments()) {
      arguments.add(seen.of(path));
    }
    int number = tag(each.tag());
    boolean mine = each.tag() < 0 && thread < 0;
    boolean lost = number < 0 && !mine;
    if (lost || way.depth() + each.trace().depth() >= Trace.DEEPEST) {
      return;
    }
    Locks inner = each.held().in(seen, in.names(), way);
    Pending here =
        new Pending(
            target,
            each.name(),
            each.descriptor(),
            arguments,
            each.fork(),
            number,
            mask(each.mask()) | (each.tag() < 0 ? beside : 0),
            mine ? inner.within(held) : inner,
            mine ? way(each.trace()) : each.trace());
    boolean again = each.tag() < 0 ? many : summary.tags().get(each.tag()).many();
    if (each.fork()) {
      in.starter().startPending(here, call, again);
    } else {
      in.invoke(here, call, again);
    }
  }
}
