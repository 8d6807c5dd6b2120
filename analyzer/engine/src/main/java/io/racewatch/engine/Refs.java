package io.racewatch.engine;

import io.racewatch.format.Entry;
import io.racewatch.graph.Moment;
import io.racewatch.model.Access;
import io.racewatch.model.Frame;
import io.racewatch.model.LockRef;
import io.racewatch.model.Operation;
import io.racewatch.model.ThreadRef;
import java.util.ArrayList;
import java.util.List;

/** The entries of a run in the vocabulary of findings. */
final class Refs {
  private static final Frame UNKNOWN = new Frame("?", "?", "", 0);

  private final RunData run;

  Refs(RunData run) {
    this.run = run;
  }

  /** The same place; null for null. */
  static Frame frame(Entry.Place place) {
    return place == null
        ? null
        : new Frame(place.className(), place.method(), place.file(), place.line());
  }

  static List<Frame> frames(Entry.Place[] places) {
    List<Frame> frames = new ArrayList<>();
    if (places != null) {
      for (Entry.Place place : places) {
        frames.add(frame(place));
      }
    }
    return frames;
  }

  static Moment moment(Entry.Moment m) {
    return new Moment(m.slot(), m.clock(), m.acquires());
  }

  /** The stack of a side; at least its site. */
  static List<Frame> stack(Entry.Side side) {
    List<Frame> frames = frames(side.stack());
    if (frames.isEmpty()) {
      frames.add(side.site() == null ? UNKNOWN : frame(side.site()));
    }
    return frames;
  }

  Access access(Entry.Side side) {
    ThreadRef thread = thread(side.uid(), side.name(), frames(side.submitted()));
    List<LockRef> held = new ArrayList<>();
    if (side.held() != null) {
      for (Entry.Held h : side.held()) {
        held.add(lock(h));
      }
    }
    return new Access(
        side.member(),
        Operation.of(side.operation()),
        side.mode(),
        side.object(),
        thread,
        stack(side),
        held);
  }

  /** The thread, under the name that it had then. */
  ThreadRef thread(int uid, String name, List<Frame> submitted) {
    Entry.ThreadSeen seen = run.threads.get(uid);
    if (seen == null) {
      return new ThreadRef(name, 0, false, List.of(), submitted);
    }
    return new ThreadRef(name, seen.id(), seen.virtual(), frames(seen.started()), submitted);
  }

  LockRef lock(Entry.Held held) {
    return lock(held.lock(), held.mode(), frame(held.at()));
  }

  LockRef lock(int number, String mode, Frame at) {
    Entry.Lock lock = run.locks.get(number);
    if (lock == null) {
      return new LockRef("lock " + number, "", "", mode, at);
    }
    return new LockRef(lockName(number), lock.object(), lock.className(), mode, at);
  }

  /** The field that holds the lock, else its class. */
  String lockName(int number) {
    Entry.Lock lock = run.locks.get(number);
    if (lock == null) {
      return "lock " + number;
    }
    return lock.name().isEmpty() ? lock.className() : lock.name();
  }

  /**
   * The stack where a lock was taken, from the stack of a later moment in the same thread: the
   * frame of the method that took it is still there, at another line. If it is not, the place alone
   * is known.
   */
  static List<Frame> takenAt(Entry.Place at, List<Frame> later) {
    if (at == null) {
      return later.isEmpty() ? List.of(UNKNOWN) : later;
    }
    for (int i = 0; i < later.size(); i++) {
      Frame frame = later.get(i);
      if (frame.className().equals(at.className()) && frame.method().equals(at.method())) {
        List<Frame> stack = new ArrayList<>(later.subList(i, later.size()));
        stack.set(0, frame(at));
        return stack;
      }
    }
    return List.of(frame(at));
  }
}
