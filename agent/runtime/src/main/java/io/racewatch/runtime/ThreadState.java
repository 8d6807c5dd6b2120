package io.racewatch.runtime;

import io.racewatch.format.EdgeKind;
import io.racewatch.runtime.clock.Tenancy;
import io.racewatch.runtime.clock.VectorClock;
import io.racewatch.runtime.log.EdgeBuffer;
import java.lang.ref.WeakReference;
import jdk.internal.vm.annotation.DontInline;

/**
 * What racewatch knows of one thread. Used by its own thread alone, with these exceptions: the
 * parent fills it before the start, a joiner reads it after the end, and the watchdog reads the
 * fields that say so.
 *
 * <p>It stands in a field of its Thread, so that it is found with one load, needs no id, and dies
 * with the thread.
 */
public final class ThreadState extends Wishes {
  private static final long HELD = Internals.offset(ThreadState.class, "held");

  /**
   * The current epoch: slot in the upper half, clock in the lower. Never 0; -1, which is nobody's,
   * until the thread does something that others may have to compare with: see {@link #settle}.
   */
  public long epoch = -1;

  final ThreadInfo info;
  final VectorClock vector = new VectorClock();
  Tenancy tenancy;
  int slot = -1;
  int clock = -1;

  /** The epoch in which its starter started it; slot -1 if that was not seen. */
  private int startSlot = -1;

  private int startClock;

  /** How many acquires of this thread were recorded; the position in the happens-before graph. */
  long acquires;

  /** Locks held, innermost first; null if none. */
  Held held;

  /** What it means that it was started under locks; null if it was not. */
  private Scope ownScope;

  /** The task of a pool that runs now, or null. */
  TaskOrigin task;

  /** The optimistic read that has not been validated, or null. */
  OptimisticRead optimistic;

  /** The innermost operation whose outcome decides what it releases, or null. */
  PendingRelease pending;

  /** One such record to use again, or null. */
  PendingRelease spare;

  /** Where it last called a method handle. */
  int handleSite;

  /** What its last release fence saw, or null. */
  Fence fence;

  /** Opaque reads since its last acquire fence, null until the first. */
  Fence.Read[] fenced;

  int fencedCount;

  /** The variable of the operation at hand; made when first needed. */
  private Target target;

  /** A variable whose read is under way, and what had been overwritten there when it began. */
  private SyncClock reading;

  private Fence.Read overwritten;

  /** Objects that it got by way of a race, the last ones in a ring; null if none. */
  Publication[] published;

  int publications;

  /** The mutex that it had while it did what it tells only now, or null. */
  LockClock under;

  /** While it is stepped back. */
  private int lastAccess;

  /** How many accesses were noted; see {@link Access#order}. */
  int accesses;

  /** Above 0 while a hook runs that must not be entered again. */
  int inside;

  /** The locks that it asked for outside of tasks. */
  private final Needs needs = new Needs();

  /** What waits that have not ended have given back, innermost first. */
  Locks.Wait waits;

  /** Itself, for tables that must not keep it. */
  final WeakReference<ThreadState> self = new WeakReference<>(this);

  final EdgeBuffer edges;
  final SideCaches caches;

  /** The only lock held, where only locks matter; null in the other modes. */
  final Bare bare;

  final LockOrderLog lockOrder = new LockOrderLog();

  final Tail tail = new Tail();

  final SeenStates seen;
  final JoinedStates joined = new JoinedStates();
  final InitClock.Known initializers = new InitClock.Known();

  ThreadState(ThreadInfo info) {
    this.info = info;
    this.edges = Recorder.edgeBuffer();
    this.bare = Settings.locksOnly ? new Bare(info.virtual) : null;
    this.inside = info.carries ? 1 : 0;
    int size = info.virtual ? 8 : 64; // virtual threads come in masses and live short
    this.caches = new SideCaches(size);
    this.seen = new SeenStates(size);
  }

  /** The state of the current thread; never null. */
  public static ThreadState current() {
    Thread thread = Thread.currentThread();
    Object there = Threads.planted(thread);
    return there instanceof ThreadState s ? s : Threads.adopt(thread);
  }

  /** What the task that runs now asked for, or the thread where none runs. */
  Needs needs() {
    return task == null ? needs : task.needs;
  }

  /** What started, under locks, what it does now; null mostly. */
  Scope scope() {
    return task == null ? ownScope : task.scope;
  }

  /** What the thread asked for outside of tasks. */
  Needs ownNeeds() {
    return needs;
  }

  /** {@link #held} for the watchdog; the entries' final fields make them visible. */
  Held heldNow() {
    return (Held) Internals.U.getReferenceAcquire(this, HELD);
  }

  /**
   * Takes a slot if the thread has none yet. As late as possible: the more a thread knows, the
   * likelier a slot of an ended one can be handed on to it. Most threads come here when they have
   * just got their first lock.
   */
  void settle() {
    if (slot < 0) {
      settle(null, startSlot, startClock);
    }
  }

  @DontInline
  private void settle(int[][] beside, int from, int upTo) {
    moveTo(Threads.SLOTS.take(info.uid, info, vector, beside, from, upTo));
    if (startSlot >= 0) {
      acquires++;
      record(startSlot, startClock, EdgeKind.START, null, 0);
    }
  }

  /** The number of its first acquire, the start; 0 if that was not seen. */
  int acquiresAtStart() {
    return startSlot >= 0 ? 1 : 0;
  }

  /** By the parent, before the start: what it did so far comes before all that this one does. */
  void startedBy(ThreadState parent) {
    startSlot = parent.slot;
    startClock = parent.clock;
    vector.join(parent.vector.share());
    initializers.share(parent.initializers);
    ownScope = Scope.startedBy(parent);
    vector.raise(startSlot, startClock);
  }

  private void moveTo(Tenancy next) {
    tenancy = next;
    slot = next.slot.index;
    clock = next.slot.clock;
    epoch = (long) slot << 32 | clock;
    Recorder.slotTaken(info, slot, clock);
  }

  /** Enters the next epoch; after every release. */
  void tick() {
    clock++;
    epoch++;
    tenancy.slot.clock = clock;
    if (clock >= Threads.SLOTS.lastClock()) {
      vector.raise(slot, clock);
      moveTo(Threads.SLOTS.take(info.uid, info, vector, null, slot, 0));
    }
  }

  /** Into the epoch before the last release, if it was in the same slot. */
  boolean stepBack() {
    if (slot < 0 || clock <= tenancy.first) {
      return false;
    }
    lastAccess = tenancy.slot.lastAccess;
    clock--;
    epoch--;
    return true;
  }

  /** Back to the present. */
  void stepForth() {
    clock++;
    epoch++;
    tenancy.slot.lastAccess = Math.max(lastAccess, tenancy.slot.lastAccess);
  }

  /** Whether that epoch happened before this thread's present. */
  boolean knows(int otherSlot, int otherClock) {
    return otherSlot == slot ? otherClock <= clock : vector.get(otherSlot) >= otherClock;
  }

  /**
   * Whether it knows that release, and so all that came before it. A known epoch proves that only
   * as long as the slot is the releaser's: see {@link
   * io.racewatch.runtime.clock.SlotTable#isOfTenant}. (An access keeps its thread's tenancy; a
   * release does not.)
   */
  boolean knowsRelease(long released) {
    int of = (int) (released >>> 32);
    int at = (int) released;
    return knows(of, at) && Threads.SLOTS.isOfTenant(of, at);
  }

  /**
   * Whether that epoch of an access happened before this thread's present. The slot is still the
   * accessing thread's, for the access keeps its tenancy.
   */
  boolean knows(long accessed) {
    return knows((int) (accessed >>> 32), (int) accessed);
  }

  /**
   * Takes over what a clock says.
   *
   * @param chunks what the releasers knew; null: what the vector clock was lent
   * @param many the releases of which it is the join, null if it is the last one's alone
   */
  void learn(SyncClock clock, long state, int[][] chunks, Heads many, Object what, int site) {
    long released = state & Long.MAX_VALUE;
    learn(chunks, many, (int) (released >>> 32), (int) released, clock.kind, what, site);
    if (many != null || !knowsRelease(released)) {
      joined.add(clock, state);
    }
  }

  /** Takes over what a release left behind, and records the order. */
  @DontInline
  void learn(
      int[][] chunks, Heads many, int fromSlot, int fromClock, int kind, Object what, int site) {
    if (slot < 0) {
      settle(chunks == null ? vector.lent() : chunks, fromSlot, fromClock);
    } else if (fromSlot != slot) {
      tenancy.slot.learnedFrom = fromSlot;
    }
    acquires++;
    if (kind == EdgeKind.MONITOR || kind == EdgeKind.LOCK) {
      tail.lockTells(this);
    }
    if (many != null) {
      many.record(this, kind, what, site);
    } else if (!knowsRelease((long) fromSlot << 32 | fromClock)) {
      record(fromSlot, fromClock, kind, what, site);
    }
    if (chunks == null) {
      vector.joinLent();
    } else {
      vector.join(chunks);
    }
    if (fromSlot != slot) {
      vector.raise(fromSlot, fromClock);
    }
  }

  /** An order that is known already, but through something that threads wait for. */
  @DontInline
  void alsoBy(int fromSlot, int fromClock, int kind, Object what, int site) {
    settle();
    if (fromSlot != slot || fromClock < tenancy.first) {
      acquires++;
      record(fromSlot, fromClock, kind, what, site);
    }
  }

  void record(int fromSlot, int fromClock, int kind, Object what, int site) {
    if (edges != null) {
      int as = polls != 0 && kind == EdgeKind.FUTURE ? EdgeKind.OTHER : kind;
      edges.add(fromSlot, fromClock, slot, clock, acquires, as, what, site);
    }
  }

  /** This thread ended; {@code joiner} waited for it, or only looked. */
  void endedFor(ThreadState joiner, boolean waited, int site) {
    if (TraceLog.ON) {
      TraceLog.join(joiner, info, site);
    }
    if (optimistic != null) {
      OptimisticRead.ended(this);
    }
    // Who never settled did nothing: it ends with what it was started with.
    int lastSlot = slot < 0 ? startSlot : slot;
    int last = slot < 0 ? startClock : clock;
    if (waited && ownScope != null) {
      ownScope.complete();
      ownScope.awaited(joiner);
    }
    if (lastSlot >= 0 && !joiner.knowsRelease((long) lastSlot << 32 | last)) {
      int kind = waited ? EdgeKind.JOIN : EdgeKind.OTHER;
      joiner.learn(vector.share(), null, lastSlot, last, kind, info.name(), site);
    } else if (lastSlot >= 0 && waited) {
      joiner.alsoBy(lastSlot, last, EdgeKind.JOIN, info.name(), site);
    } else if (lastSlot >= 0 && joiner.tail.isTold()) {
      joiner.tail.learns(joiner, lastSlot, last, EdgeKind.JOIN, info.name(), site);
    }
  }

  Target target() {
    Target mine = target;
    return mine != null ? mine : (target = new Target());
  }

  /** A read begins that will acquire. */
  void reading(SyncClock clock) {
    overwritten = clock.overwritten();
    reading = clock;
  }

  /** Whether the read of this variable began when that had been overwritten already. */
  boolean wasReading(SyncClock clock, Fence.Read lost) {
    return reading == clock && overwritten == lost;
  }

  /** The record of an access of this epoch at that site, under the locks held now. */
  Access access(int site, boolean writes) {
    Access[] recent = caches.recent;
    int slot = site & recent.length - 1;
    Access a = recent[slot];
    if (a != null && a.isOf(this, writes, site) && !Sites.isArmed(site)) {
      a.several = true;
      return a;
    }
    a = accessNow(context(site), writes);
    recent[slot] = a;
    return a;
  }

  /** An access of this moment. */
  Access accessNow(Context context, boolean writes) {
    Access now = new Access(context, writes, epoch, acquires, Held.setOf(held));
    now.order = ++accesses;
    return now;
  }

  /** The context of an access at that site, under the locks held now. */
  Context context(int site) {
    settle();
    tenancy.slot.lastAccess = clock;
    Context c = caches.known(held, site);
    return c != null && c.isOf(this, site) && !c.isDue() ? c : newContext(c, site);
  }

  @DontInline
  private Context newContext(Context there, int site) {
    Throwable trace = Traces.at(site, this);
    if (trace != null) {
      return new Context(this, site, trace); // for this access alone
    }
    if (there != null && there.isOf(this, site)) {
      return there;
    }
    Context c = new Context(this, site, null);
    caches.keep(c);
    return c;
  }
}
