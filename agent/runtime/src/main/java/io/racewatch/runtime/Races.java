package io.racewatch.runtime;

import io.racewatch.format.Entry;
import jdk.internal.vm.annotation.DontInline;

/**
 * Judges unordered pairs of accesses and writes those that are races to the run file, each pair of
 * sites once; later sightings are counted. When the stack of the earlier access was not taken, the
 * site is armed and the race is written again, with both stacks, when it comes again.
 */
final class Races {
  /** Replaced by tests alone. */
  static RaceTable table = new RaceTable();

  private Races() {}

  /**
   * An unordered pair.
   *
   * @param subject the object, or the class of a static field
   * @param index of the element, or -1
   */
  @DontInline
  static void found(
      Access earlier,
      boolean earlierReads,
      Access later,
      boolean laterWrites,
      Object subject,
      int index,
      ThreadState t) {
    t.tail.unsure();
    found(earlier, earlierReads, later, laterWrites, subject, index, null, t);
  }

  /**
   * A write and a read that waited for a validation and did not get its order.
   *
   * @param stack of the read
   */
  static void unvalidated(
      Access write, Access read, Object subject, int index, Throwable stack, ThreadState t) {
    found(write, false, read, false, subject, index, stack, t);
  }

  /**
   * A read that was never validated, and a write by another thread that came after it.
   *
   * @param stack of the write
   * @param t the thread that read
   */
  static void overwritten(
      Access read, Access write, Object subject, int index, Throwable stack, ThreadState t) {
    if (t.inside == 0 && !Faults.gaveUp && !frozen(read, true, write, true)) {
      count(read, true, write, true, subject, index, stack, null);
    }
  }

  private static void found(
      Access earlier,
      boolean earlierReads,
      Access later,
      boolean laterWrites,
      Object subject,
      int index,
      Throwable stack,
      ThreadState t) {
    if (t.inside != 0
        || Faults.gaveUp
        || frozen(earlier, earlierReads, later, laterWrites)
        || t.under != null && earlier.locks.contains(t.under)
        || earlierReads && OptimisticRead.isVoidFor(earlier, later, subject, index, t)) {
      return;
    }
    if (t.optimistic != null && !laterWrites) {
      t.optimistic.defer(earlier, later, subject, index, t);
      return;
    }
    t.inside++;
    try {
      if (!earlierReads && !laterWrites) {
        if (Publication.covers(earlier, subject, later.context.site, t)) {
          return;
        }
        Publication.remember(earlier, subject, index, later, t);
      }
      count(earlier, earlierReads, later, laterWrites, subject, index, stack, t);
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cut++;
    } catch (Throwable broken) {
      Faults.caught("race report", broken);
    } finally {
      t.inside--;
    }
  }

  private static void count(
      Access earlier,
      boolean earlierReads,
      Access later,
      boolean laterWrites,
      Object subject,
      int index,
      Throwable stack,
      ThreadState t) {
    RaceTable.Race race =
        table.race(earlier.context.site, later.context.site, earlierReads, laterWrites);
    if (race == null) {
      return; // the table is full; said at the end
    }
    race.count++;
    if (race.claim(earlier.isExact())) {
      report(race, earlier, earlierReads, later, laterWrites, subject, index, stack, t);
    }
  }

  /**
   * Final fields (JLS 17.5): what a constructor wrote is seen through a final field as of the end
   * of the constructor, however the object was published.
   */
  private static boolean frozen(
      Access earlier, boolean earlierReads, Access later, boolean laterWrites) {
    if (((ThreadInfo) later.context.tenancy.owner).finalizes
        && (Sites.inConstructor(earlier.context.site) || Traces.inConstructor(earlier))) {
      return true; // JLS 17.4.5: the end of a constructor comes before the finalizer
    }
    return !earlierReads
        && !laterWrites
        && Sites.viaFinal(later.context.site)
        && !Sites.isLetOut(earlier.context.site)
        && (Sites.inConstructor(earlier.context.site) || Traces.inConstructor(earlier));
  }

  /** Writes it down; {@code t} makes the later access now, or is null. */
  private static void report(
      RaceTable.Race race,
      Access earlier,
      boolean earlierReads,
      Access later,
      boolean laterWrites,
      Object subject,
      int index,
      Throwable stack,
      ThreadState t) {
    String member = Members.name(later.context.site, subject, index);
    if (Canary.is(member)) {
      Canary.found();
      race.hide();
      return;
    }
    if (!earlier.isExact()) {
      Sites.arm(earlier.context.site);
    }
    boolean call = Sites.site(later.context.site).kind == Sites.CALL && index < 0;
    String object = Labels.of(subject, member);
    Entry.Side first = Sides.of(earlier, operation(call, earlierReads), member, object);
    String does = operation(call, !laterWrites);
    Entry.Side second =
        t == null
            ? Sides.then(later, does, member, object, stack)
            : Sides.now(t, later, does, member, object, stack);
    Recorder.append(new Entry.Race(race.id, call ? "api-race" : "data-race", first, second));
    Findings.race(race.id, first, second);
  }

  private static String operation(boolean call, boolean reads) {
    return call ? "call" : reads ? "read" : "write";
  }

  /** Writes the final counts. */
  static void flush() {
    table.flush();
  }
}
