package io.racewatch.code.summary;

import io.racewatch.code.facts.Event;
import io.racewatch.code.facts.Flow;
import io.racewatch.code.facts.MethodBody;
import io.racewatch.code.facts.Path;
import io.racewatch.code.facts.Path.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects one summary. The masks are computed at the end, when all threads are known. */
final class Builder {
  /** Threads told apart in one summary: the bits of a mask. */
  private static final int TAGS = 60;

  /** Different accesses kept of one method. */
  private static final int TOUCHES = 100;

  private static final int ASKS = 48;
  private static final int PENDING = 12;
  private static final int JOINS = 16;

  private final MethodBody body;
  private final Map<Object, Noted> touches = new LinkedHashMap<>();
  private final List<Tag> tags = new ArrayList<>();
  private final List<Integer> tagAt = new ArrayList<>();
  private final Map<Object, NotedAsk> asks = new LinkedHashMap<>();
  private final Map<Object, NotedCall> pending = new LinkedHashMap<>();
  private final Signals signals;
  private final Set<Join> joins = new LinkedHashSet<>();
  private final Set<Path> returns = new HashSet<>();
  private final Map<Orders, Map<Orders, Orders>> together = new IdentityHashMap<>();
  private final BitSet rounds = new BitSet();
  private boolean lossy;

  private record Noted(Touch touch, int at) {}

  private record NotedAsk(Ask ask, int at) {}

  private record NotedCall(Pending call, int at) {}

  private record Key(
      Object what, Path object, boolean write, Locks locks, int tag, long mask, boolean flags) {}

  private record AskKey(Path path, Object mode, Ask.Kind kind, Locks held, int tag) {}

  /** Waits for the end of what a path is a handle of; null: of everything. */
  private record Join(int at, Path handle) {}

  Builder(MethodBody body, Surroundings around) {
    this.body = body;
    this.signals = new Signals(body, around);
  }

  /** Number of a new thread that starts at an instruction, or -1 if there are too many. */
  int tag(Tag tag, int at) {
    if (tags.size() >= TAGS) {
      lossy = true;
      return -1;
    }
    tags.add(tag);
    tagAt.add(at);
    return tags.size() - 1;
  }

  /** The same of one of which there are several only if it outlives a round of the loop. */
  int tagOfRound(Tag tag, int at) {
    int number = tag(tag, at);
    if (number >= 0) {
      rounds.set(number);
    }
    return number;
  }

  void touch(Touch touch, int at) {
    Object what = touch.member() == null ? touch.kind() : touch.member();
    boolean flags = touch.alone() || touch.young();
    Object key =
        new Key(
            what,
            touch.object(),
            touch.write(),
            touch.locks(),
            touch.tag(),
            touch.mask() + (tagAt.isEmpty() ? 0 : 31L * at),
            flags);
    if (touches.size() < TOUCHES) {
      touches.putIfAbsent(key, new Noted(touch, at));
    } else {
      lossy = true;
    }
  }

  void ask(Ask ask, int at) {
    if (asks.size() < ASKS) {
      asks.putIfAbsent(
          new AskKey(ask.wants().path(), ask.wants().mode(), ask.kind(), ask.held(), ask.tag()),
          new NotedAsk(ask, at));
    } else {
      lossy = true;
    }
  }

  Signals signals() {
    return signals;
  }

  Tag tag(int number) {
    return tags.get(number);
  }

  void replace(int number, Tag tag) {
    tags.set(number, tag);
  }

  void pending(Pending call, int at) {
    if (pending.size() < PENDING) {
      Object key = List.of(call.target(), String.valueOf(call.name()), call.held(), call.tag());
      pending.putIfAbsent(key, new NotedCall(call, at));
    } else {
      lossy = true;
    }
  }

  void join(int at, Path handle) {
    boolean known =
        handle != null
            && switch (handle.kind()) {
              case ELEMENT, UNKNOWN, NULL -> false;
              default -> true;
            };
    joins.add(new Join(at, known ? handle : null));
  }

  void returns(Path path) {
    if (path != null && !path.is(Kind.NULL)) {
      returns.add(path);
    }
  }

  Summary build(Targets targets) {
    List<Touch> outer = new ArrayList<>();
    List<Touch> inner = new ArrayList<>();
    List<BitSet> live = new ArrayList<>();
    for (int i = 0; i < tags.size(); i++) {
      BitSet ends = barriers(tags.get(i), targets);
      if (rounds.get(i) && !(tags.get(i).live() && body.flow().comesBack(tagAt.get(i), ends))) {
        tags.set(i, tags.get(i).times(false));
      }
      live.add(live(i, ends, targets));
    }
    for (Noted noted : touches.values()) {
      Touch touch = noted.touch;
      long mask =
          touch.mask() | (anew(touch) ? maskOfRound(touch, noted.at) : mask(live, noted.at));
      Orders around = signals.around(noted.at);
      Touch done = touch.with(mask, both(touch.orders(), around));
      Path root = touch.object() == null ? null : touch.object().root();
      if (root == null || root.is(Kind.PARAM) || root.is(Kind.STATIC)) {
        outer.add(done);
      } else if (!tags.isEmpty() && (root.is(Kind.MADE) || root.is(Kind.RESULT))) {
        inner.add(done);
      }
    }
    List<Tag> ended = new ArrayList<>();
    for (int i = 0; i < tags.size(); i++) {
      ended.add(tags.get(i).lives(tags.get(i).live() && reachesEnd(live.get(i))));
    }
    Path result = returns.size() == 1 ? returns.iterator().next() : null;
    Set<Path> waits = new LinkedHashSet<>();
    for (Join join : joins) {
      Path handle = join.handle == null ? Path.ANY : join.handle;
      boolean own = handle.root().is(Kind.RESULT) || handle.root().is(Kind.MADE);
      if (waits.size() < JOINS && !own) {
        waits.add(handle);
      }
    }
    return new Summary(
        body,
        outer,
        inner,
        ended,
        asks(live),
        calls(live),
        List.copyOf(waits),
        signals.total(),
        result,
        lossy);
  }

  /** The orders of many accesses are the same objects, and stay so. */
  private Orders both(Orders its, Orders around) {
    return around.isEmpty()
        ? its
        : together
            .computeIfAbsent(its, k -> new IdentityHashMap<>())
            .computeIfAbsent(around, its::and);
  }

  /** Whether the object is made anew in each round of a loop. */
  private boolean anew(Touch touch) {
    Path root = touch.object() == null ? null : touch.object().root();
    boolean here = root != null && root.is(Kind.MADE) && root.name().equals(body.key());
    return here && !tags.isEmpty() && body.flow().inLoop(root.index());
  }

  /** Threads started for the object of this round, not of an earlier one. */
  private long maskOfRound(Touch touch, int at) {
    BitSet next = new BitSet();
    next.set(touch.object().root().index());
    long mask = 0;
    for (int i = 0; i < tags.size(); i++) {
      if (tags.get(i).live() && body.flow().after(tagAt.get(i), next).get(at)) {
        mask |= 1L << i;
      }
    }
    return mask;
  }

  private List<Ask> asks(List<BitSet> live) {
    List<Ask> done = new ArrayList<>();
    for (NotedAsk noted : asks.values()) {
      done.add(noted.ask.with(noted.ask.mask() | mask(live, noted.at)));
    }
    return done;
  }

  private List<Pending> calls(List<BitSet> live) {
    List<Pending> calls = new ArrayList<>();
    for (NotedCall noted : pending.values()) {
      calls.add(noted.call.with(noted.call.mask() | mask(live, noted.at)));
    }
    return calls;
  }

  private static long mask(List<BitSet> live, int at) {
    long mask = 0;
    for (int i = 0; i < live.size(); i++) {
      if (live.get(i).get(at)) {
        mask |= 1L << i;
      }
    }
    return mask;
  }

  private boolean reachesEnd(BitSet live) {
    for (Event event : body.events()) {
      if (event instanceof Event.Return && live.get(event.at())) {
        return true;
      }
    }
    return false;
  }

  /** The instructions at which a thread may run. */
  private BitSet live(int number, BitSet barriers, Targets targets) {
    Tag tag = tags.get(number);
    int at = tagAt.get(number);
    if (!tag.live()) {
      return new BitSet();
    }
    Flow flow = body.flow();
    int over = Integer.MAX_VALUE;
    for (Join join : joins) {
      if (join.handle == null || sameHandle(join.handle, tag, targets)) {
        // A loop that joins one after the other has joined them all when it is left.
        boolean loop = flow.inLoop(join.at) && !flow.inOneLoop(join.at, at);
        if (join.at > at && (loop || join.handle == null)) {
          over = Math.min(over, join.at);
        }
      }
    }
    BitSet live = (BitSet) flow.after(at, barriers).clone();
    if (over < Integer.MAX_VALUE) {
      live.clear(over + 1, Math.max(over + 1, live.length()));
    }
    return live;
  }

  /** Where the end of a thread is waited for. */
  private BitSet barriers(Tag tag, Targets targets) {
    BitSet barriers = new BitSet();
    for (Join join : joins) {
      if (join.handle == null || sameHandle(join.handle, tag, targets)) {
        barriers.set(join.at);
      }
    }
    return barriers;
  }

  private boolean sameHandle(Path join, Tag tag, Targets targets) {
    if (join == tag.handle() || join == tag.pool() || tagOf(join) == null && join.is(Kind.RESULT)) {
      return true;
    }
    // The last of several stages ends after all before it.
    Tag later = tagOf(join);
    for (int i = 0; later != null && i < tags.size() && later.pool() != join; i++) {
      if (later.follows(tag)) {
        return true;
      }
      later = later.pool() == null ? null : tagOf(later.pool());
    }
    if (tag.handle() != null && tag.handle().is(Kind.MADE) && join.is(Kind.MADE)) {
      // The end of the task that a thread was made with.
      return tag.handle().children().contains(join);
    }
    boolean field = join.is(Kind.FIELD) || join.is(Kind.STATIC);
    return field && tag.handle() != null && targets.stored(join).contains(tag.handle());
  }

  private Tag tagOf(Path handle) {
    for (Tag tag : tags) {
      if (tag.handle() == handle) {
        return tag;
      }
    }
    return null;
  }
}
