package io.racewatch.instrument.weave;

import io.racewatch.model.catalog.Effect;
import io.racewatch.model.catalog.Mode;
import io.racewatch.model.catalog.Row;
import io.racewatch.model.catalog.When;

/** Which hook stands for which effect of a catalogue row. */
final class Effects {
  private Effects() {}

  /** Effects with a hook before and a hook after, the latter also when the call throws. */
  static boolean isPair(Row row) {
    return row.when() == When.AROUND || row.when() == When.AROUND_IF_WITNESS;
  }

  /** Effects on variables: their hooks take a mode and whether the operation was done. */
  static boolean isVariable(Effect effect) {
    switch (effect) {
      case ATOMIC, ATOMIC_ELEMENT, HANDLE, UPDATER, UNSAFE, FIELD:
        return true;
      default:
        return false;
    }
  }

  /** Accesses to library objects that are not thread-safe. */
  static boolean isLibrary(Effect effect) {
    return effect == Effect.LIBRARY_READ || effect == Effect.LIBRARY_WRITE;
  }

  /** A row that says nothing but that a variable is accessed plainly. */
  static boolean isPlain(Row row) {
    return isVariable(row.effect())
        && row.effect() != Effect.FIELD
        && (row.mode() & ~(Mode.PLAIN_READ | Mode.PLAIN_WRITE)) == 0;
  }

  /** Accesses to elements of arrays. */
  static boolean isArray(Effect effect) {
    return effect == Effect.ARRAY_READ || effect == Effect.ARRAY_WRITE;
  }

  /** Effects whose site names a lock. */
  static boolean isLock(Effect effect) {
    switch (effect) {
      case REQUEST, ACQUIRE, RELEASE, WAIT, AWAIT, AWAITING, SIGNAL, CONDITION_MADE:
        return true;
      default:
        return false;
    }
  }

  /** Hooks that take the outcome as their first argument. */
  static boolean takesOutcome(Row row) {
    switch (row.effect()) {
      case ACQUIRE:
        return row.when() == When.EXIT_IF_TRUE;
      case CONSUME:
        return row.when() == When.EXIT_IF_TRUE || row.when() == When.EXIT_IF_FALSE;
      case INTERRUPTED:
        return true;
      default:
        return false;
    }
  }

  /** Name of the one hook of an effect that is not a pair. */
  static String hook(Row row) {
    switch (row.effect()) {
      case REQUEST:
        return row.shared() ? "requestShared" : "request";
      case RELEASE:
        return row.shared() ? "releaseShared" : "release";
      case ACQUIRE:
        String acquire = row.shared() ? "acquireShared" : "acquire";
        return takesOutcome(row) ? acquire.concat("If") : acquire;
      case CONSUME:
        String consume = row.container() == null ? "consume" : "consumeIn";
        return !takesOutcome(row)
            ? consume
            : row.when() == When.EXIT_IF_TRUE ? consume.concat("If") : consume.concat("Unless");
      case PUBLISH:
        return row.container() == null ? "publish" : "publishIn";
      case ARRAY_READ:
        return "readRange";
      case ARRAY_WRITE:
        return "writeRange";
      case FENCE:
        return row.mode() == Mode.RELEASE ? "fenceRelease" : "fenceAcquire";
      default:
        return simple(row.effect());
    }
  }

  private static String simple(Effect effect) {
    switch (effect) {
      case CONDITION_MADE:
        return "conditionMade";
      case PUBLISH_ALL:
        return "publishAll";
      case FORK:
        return "fork";
      case SIGNAL:
        return "signal";
      case JOINING:
        return "joining";
      case JOINED:
        return "joined";
      case REACHABLE:
        return "reachable";
      case INITIALIZED:
        return "initialized";
      case INTERRUPT:
        return "interrupt";
      case INTERRUPTED:
        return "interruptedIf";
      case LIBRARY_READ:
        return "libraryRead";
      case LIBRARY_WRITE:
        return "libraryWrite";
      case SUBMIT:
        return "submit";
      case TASK_BEGIN:
        return "taskBegin";
      case TASK_END:
        return "taskEnd";
      default:
        return null;
    }
  }

  /**
   * First part of the names of a pair; {@code Begin}/{@code End} or {@code Before}/{@code After}.
   */
  static String pair(Effect effect) {
    switch (effect) {
      case INVOKE:
        return "invoke";
      case WAIT:
        return "wait";
      case AWAIT:
        return "await";
      case AWAITING:
        return "awaiting";
      case POLL:
        return "poll";
      case ATOMIC:
        return "atomic";
      case ATOMIC_ELEMENT:
        return "atomicElement";
      case HANDLE:
        return "handle";
      case UPDATER:
        return "updater";
      case UNSAFE:
        return "unsafe";
      case FIELD:
        return "field";
      default:
        return null;
    }
  }

  /** Hooks of tasks are those that bodies of JDK classes call; they find the thread themselves. */
  static boolean isTask(Effect effect) {
    return effect == Effect.SUBMIT || effect == Effect.TASK_BEGIN || effect == Effect.TASK_END;
  }
}
