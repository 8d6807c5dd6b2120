package io.racewatch.format;

import java.util.ArrayList;
import java.util.List;

/** Decodes the parts of entries, the mirror of {@link Encoder}. Not thread-safe. */
final class Decoder {
  final Input in = new Input();
  private final List<String> strings = new ArrayList<>();
  private final List<Entry.Place> places = new ArrayList<>();

  void forget() {
    strings.clear();
    places.clear();
  }

  String string() throws FormatException {
    int reference = in.getInt();
    if (reference == 0) {
      return null;
    }
    if (reference == 1) {
      return number(strings, in.getText());
    }
    return known(strings, reference);
  }

  Entry.Place place() throws FormatException {
    int reference = in.getInt();
    if (reference == 0) {
      return null;
    }
    if (reference == 1) {
      return number(places, new Entry.Place(string(), string(), string(), in.getInt()));
    }
    return known(places, reference);
  }

  /** The writer looks at its tables before each entry, so an entry may pass the limit once. */
  void checkNumbered() throws FormatException {
    if (strings.size() >= Layout.MAX_NUMBERED || places.size() >= Layout.MAX_NUMBERED) {
      throw new FormatException("too many numbered strings or places");
    }
  }

  private static <T> T number(List<T> table, T next) {
    table.add(next);
    return next;
  }

  private static <T> T known(List<T> table, int reference) throws FormatException {
    int number = reference - 2;
    if (number < 0 || number >= table.size()) {
      throw new FormatException("a string or place that was never written");
    }
    return table.get(number);
  }

  Entry.Place[] stack() throws FormatException {
    Entry.Place[] stack = new Entry.Place[in.count(Layout.MAX_LIST)];
    for (int i = 0; i < stack.length; i++) {
      stack[i] = place();
    }
    return stack;
  }

  Entry.Moment moment() throws FormatException {
    return in.getBoolean() ? new Entry.Moment(in.getInt(), in.getInt(), in.getLong()) : null;
  }

  Entry.Held held() throws FormatException {
    return in.getBoolean() ? new Entry.Held(in.getInt(), string(), place()) : null;
  }

  Entry.Held[] locks() throws FormatException {
    Entry.Held[] locks = new Entry.Held[in.count(Layout.MAX_LIST)];
    for (int i = 0; i < locks.length; i++) {
      locks[i] = held();
    }
    return locks;
  }

  Entry.Side side() throws FormatException {
    if (!in.getBoolean()) {
      return null;
    }
    return new Entry.Side(
        in.getInt(),
        string(),
        moment(),
        string(),
        string(),
        string(),
        string(),
        place(),
        stack(),
        in.getBoolean(),
        stack(),
        locks());
  }

  Entry.Blocked blocked() throws FormatException {
    return new Entry.Blocked(
        in.getInt(), string(), held(), stack(), in.getInt(), string(), stack());
  }

  /** An entry of any type but {@link Layout#RESET} and {@link Layout#EDGES}. */
  Entry entry(int type) throws FormatException {
    switch (type) {
      case Layout.META:
        return new Entry.Meta(in.getText(), in.getText());
      case Layout.THREAD:
        return new Entry.ThreadSeen(
            in.getInt(), string(), in.getLong(), in.getBoolean(), in.getInt(), stack());
      case Layout.SLOT:
        return new Entry.SlotTaken(in.getInt(), in.getInt(), in.getInt());
      case Layout.LOCK:
        return new Entry.Lock(in.getInt(), string(), string(), string());
      case Layout.ACQUIRE:
        return new Entry.Acquire(
            in.getInt(), in.getInt(), string(), string(), locks(), moment(), stack());
      case Layout.ACQUIRE_SEEN:
        return new Entry.AcquireSeen(in.getInt(), in.getLong(), moment());
      case Layout.ACQUIRE_AT:
        return new Entry.AcquireAt(in.getInt(), moment(), moment());
      case Layout.GUARDED:
        return new Entry.Guarded(in.getInt(), in.getInt(), string(), in.getInt(), in.getLong());
      case Layout.NOT_AWAITED:
        return new Entry.NotAwaited(in.getInt(), in.getInt());
      case Layout.RACE:
        return new Entry.Race(in.getInt(), string(), side(), side());
      case Layout.RACE_SEEN:
        return new Entry.RaceSeen(in.getInt(), in.getLong());
      case Layout.UNGUARDED:
        return new Entry.Unguarded(string(), side(), side(), string(), in.getLong(), in.getLong());
      case Layout.DEADLOCK:
        return deadlock();
      case Layout.WAIT_UNDER:
        return new Entry.WaitUnder(
            in.getInt(), blocked(), blocked(), moment(), moment(), stack(), in.getBoolean());
      case Layout.CLASSES:
        return new Entry.Classes(in.getLong(), in.getLong(), in.getLong());
      case Layout.CLASS_FAILED:
        return new Entry.ClassFailed(in.getText(), in.getText());
      case Layout.CANARY:
        return new Entry.Canary(in.getBoolean());
      case Layout.NOTE:
        return new Entry.Note(in.getText());
      case Layout.END:
        return new Entry.End(in.getText(), in.getLong());
      default:
        throw new FormatException("an entry of unknown type " + type);
    }
  }

  private Entry deadlock() throws FormatException {
    int id = in.getInt();
    Entry.Blocked[] cycle = new Entry.Blocked[in.count(Layout.MAX_LIST)];
    for (int i = 0; i < cycle.length; i++) {
      cycle[i] = blocked();
    }
    return new Entry.Deadlock(id, cycle);
  }
}
