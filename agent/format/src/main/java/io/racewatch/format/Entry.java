package io.racewatch.format;

/**
 * One entry of a run file. Entries are immutable and self-contained: a reader that meets the end of
 * a torn file keeps all entries before it.
 *
 * <p>A moment of a thread is a {@link Moment}; see there for how moments are ordered.
 */
public sealed interface Entry {
  /**
   * Key of a {@link Meta} that stands where edges are missing from here on, so that the absence of
   * a path between two moments proves nothing; its value is the reason.
   */
  String EDGES_CUT = "edges-cut";

  /** How a {@link Note} ends that says how many entries, edges perhaps, are missing. */
  String LOST = " entries of this run could not be recorded";

  /** How a {@link Note} begins that tells of an error in a hook. */
  String FAULT = "internal error in ";

  /** A {@link Note}: hooks ended early. */
  String CUT =
      "a full stack or heap ended hooks of synchronisation early: order may be missing, so that no"
          + " race of this run is certain";

  /** How the reason of a {@link ClassFailed} begins if it is about one method. */
  String METHOD = "method ";

  /** Key of a {@link Meta} with what was looked for, by comma. */
  String DETECT = "detect";

  /** Key of a {@link Meta} with a pattern of the program's own classes; one entry a pattern. */
  String OWN_GUESS = "own-guess";

  /** Key of a {@link Meta} of a run whose beginning was not watched. */
  String LATE = "late";

  /**
   * Key of a {@link Meta} with a class, by its binary name, and the names of those of its methods
   * that the run was seen in, with tabs between them.
   */
  String REACHED = "reached";

  /** Key of a {@link Meta} after the last {@link #REACHED}: {@code whole} or {@code cut}. */
  String REACHED_END = "reached-end";

  /** Where something stands in the source. Line 0: unknown; empty file: unknown. */
  record Place(String className, String method, String file, int line) {}

  /**
   * A moment in the life of a thread: it lies after the thread's {@code acquires}-th recorded
   * acquire and before the release that ends the epoch {@code clock} of {@code slot}.
   *
   * <p>An access at moment A is ordered before an access at moment B of another thread if a chain
   * of {@link Edge}s leads from a release of A's thread with a clock of at least A's to an acquire
   * of B's thread whose number is at most B's {@code acquires}.
   *
   * @param slot clock slot of the thread; threads reuse slots one after the other, see {@link
   *     SlotTaken}
   * @param clock the epoch within the slot, counted from 1
   * @param acquires how many acquires of this thread were recorded before the moment
   */
  record Moment(int slot, int clock, long acquires) {}

  /** A lock held, and where it was taken. */
  record Held(int lock, String mode, Place at) {}

  /** Key and value about the JVM: pid, command, jdk, started, session, mode, and the options. */
  record Meta(String key, String value) implements Entry {}

  /**
   * A thread came to be known.
   *
   * @param uid number of the thread in this run, never reused, counted from 1
   * @param name its name at that time
   * @param id its {@code Thread.getId()}
   * @param virtual whether it is a virtual thread
   * @param parent uid of the thread that started it, 0 if the JVM did
   * @param started stack of the start, innermost first; empty if the JVM started it
   */
  record ThreadSeen(int uid, String name, long id, boolean virtual, int parent, Place[] started)
      implements Entry {}

  /** From this clock on, the slot counts the epochs of the thread {@code uid}. */
  record SlotTaken(int uid, int slot, int fromClock) implements Entry {}

  /**
   * An order that synchronisation gave: the release that ended {@code fromClock} of {@code
   * fromSlot} came before the acquire at {@code to}, whose number {@code to.acquires()} includes
   * it.
   *
   * @param kind {@code start}, {@code join}, {@code monitor}, {@code lock}, {@code volatile},
   *     {@code task}, {@code future}, {@code element}, {@code latch}, {@code class-init}, …
   * @param what readable name of the object or field it went through, possibly empty
   * @param at where it was acquired, or null
   */
  record Edge(int fromSlot, int fromClock, Moment to, String kind, String what, Place at)
      implements Entry {}

  /** A lock, named once. {@code object} is like {@code Object#7}. */
  record Lock(int number, String name, String className, String object) implements Entry {}

  /**
   * A lock was asked for while others were held. Equal acquires of one thread are one entry.
   *
   * @param id number of the entry, for {@link AcquireSeen}
   * @param lock the lock asked for
   * @param mode {@code exclusive} or {@code shared}
   * @param waits {@code blocks}, {@code timed}, or {@code never} for a tryLock
   * @param held locks held by the thread then, outermost first
   * @param first when it was first seen
   * @param stack stack of the first, innermost first
   */
  record Acquire(
      int id, int lock, String mode, String waits, Held[] held, Moment first, Place[] stack)
      implements Entry {}

  /** The acquire {@code id} was seen {@code count} times in all, the last time at {@code last}. */
  record AcquireSeen(int id, long count, Moment last) implements Entry {}

  /**
   * One of the times of the acquire {@code id}.
   *
   * @param base a moment before the thread took the outermost of the locks that it held, or after a
   *     wait; from here on everything is recorded that it learnt by other means than locks, and all
   *     locks that it took are in the log
   * @param at when it asked
   */
  record AcquireAt(int id, Moment base, Moment at) implements Entry {}

  /**
   * Of all times of the acquire {@code id}, so many were in a thread or a task that another thread
   * started and waited for while it held a lock all along.
   *
   * @param lock the lock that the other thread held
   * @param mode how, {@code exclusive} or {@code shared}
   * @param holder uid of the other thread; the last entry for a lock and a holder counts
   */
  record Guarded(int id, int lock, String mode, int holder, long count) implements Entry {}

  /**
   * Others tried to make a result complete, too: that the release which ended this epoch was
   * awaited was chance, and rules out no lock cycle.
   */
  record NotAwaited(int slot, int clock) implements Entry {}

  /**
   * One side of a race.
   *
   * @param uid thread
   * @param name name of the thread at that time
   * @param at the moment of the access
   * @param member {@code pkg.Class.field}, {@code pkg.Class.field[]}, {@code int[]}, or a class
   * @param operation {@code read}, {@code write} or {@code call}
   * @param mode {@code plain}, {@code opaque}, {@code acquire}, {@code release}, {@code volatile}
   * @param object like {@code Counter#1}; the class for a static field
   * @param site where the access stands
   * @param stack innermost first; at least the site
   * @param exact whether {@code stack} was taken at this very access; if not, its callers are those
   *     of another access by the same code and the site alone is sure
   * @param submitted stack of the submission of the running task, empty outside of tasks
   * @param held locks held
   */
  record Side(
      int uid,
      String name,
      Moment at,
      String member,
      String operation,
      String mode,
      String object,
      Place site,
      Place[] stack,
      boolean exact,
      Place[] submitted,
      Held[] held) {}

  /** A race, when it is first seen. {@code rule}: {@code data-race} or {@code api-race}. */
  record Race(int id, String rule, Side earlier, Side later) implements Entry {}

  /** The race {@code id} was seen {@code count} times in all. */
  record RaceSeen(int id, long count) implements Entry {}

  /**
   * A shared member was written without a lock that its other accesses hold.
   *
   * @param guard name of the lock that most accesses hold, or empty
   * @param heldBy how many of the sampled accesses held it
   * @param of how many accesses were sampled
   */
  record Unguarded(String member, Side write, Side other, String guard, long heldBy, long of)
      implements Entry {}

  /**
   * One thread of a real deadlock, or of a wait under a lock. Lock 0 where it waits for something
   * that is no lock.
   *
   * @param wantsWhat that, in words; ends with {@link #FOR_A_TIME} where it would give up
   */
  record Blocked(
      int uid,
      String name,
      Held holds,
      Place[] holdsAt,
      int wants,
      String wantsWhat,
      Place[] wantsAt) {
    /** End of the words for a wait with a limit of time. */
    public static final String FOR_A_TIME = " for a time";
  }

  /** Threads really blocked on each other; each holds what the one before it wants. */
  record Deadlock(int id, Blocked[] cycle) implements Entry {}

  /**
   * A thread waited for something that another had to do, and held what the other needs for it.
   *
   * @param id number of the entry; a later one of that number stands for it
   * @param waiter what it holds, what it waits for in words ({@code wants} 0), and where; holds is
   *     null where it keeps a thread of a pool
   * @param other who ended the wait or must, which lock it needs, and where it asked
   * @param began when the wait began; null: it holds nobody up after all, and is to be forgotten
   * @param need when the other last asked for the lock, or, in a pool, made the result
   * @param submitted stack of the submission of the other's task, empty outside of tasks
   * @param every whether all who were seen to end such waits need the lock
   */
  record WaitUnder(
      int id,
      Blocked waiter,
      Blocked other,
      Moment began,
      Moment need,
      Place[] submitted,
      boolean every)
      implements Entry {}

  /** What was woven so far; the last entry counts. */
  record Classes(long instrumented, long skipped, long failed) implements Entry {}

  /** A class that could not be woven. */
  record ClassFailed(String className, String reason) implements Entry {}

  /** Whether the planted race was found. */
  record Canary(boolean found) implements Entry {}

  /** A line that the reader of a report must know. */
  record Note(String text) implements Entry {}

  /** The end of the run: {@code normal} or {@code halted}. Absent after a kill. */
  record End(String how, long millis) implements Entry {}
}
