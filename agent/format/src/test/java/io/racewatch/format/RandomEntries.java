package io.racewatch.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Entries of every type with values from the whole range, the same for the same seed. */
final class RandomEntries {
  private final Random random;

  RandomEntries(long seed) {
    random = new Random(seed);
  }

  /** {@code rounds} times an entry of every type. */
  List<Entry> everyType(int rounds) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      entries.add(new Entry.Meta(text(), text()));
      entries.add(
          new Entry.ThreadSeen(
              number(), string(), wide(), random.nextBoolean(), number(), stack()));
      entries.add(new Entry.SlotTaken(number(), number(), number()));
      entries.add(edge());
      entries.add(new Entry.Lock(number(), string(), string(), string()));
      entries.add(
          new Entry.Acquire(number(), number(), string(), string(), locks(), moment(), stack()));
      entries.add(new Entry.AcquireSeen(number(), wide(), moment()));
      entries.add(new Entry.AcquireAt(number(), moment(), moment()));
      entries.add(new Entry.Guarded(number(), number(), string(), number(), number()));
      entries.add(new Entry.NotAwaited(number(), number()));
      entries.add(new Entry.Race(number(), string(), side(), side()));
      entries.add(new Entry.RaceSeen(number(), wide()));
      entries.add(new Entry.Unguarded(string(), side(), side(), string(), wide(), wide()));
      entries.add(new Entry.Deadlock(number(), new Entry.Blocked[] {blocked(), blocked()}));
      entries.add(
          new Entry.WaitUnder(
              number(), blocked(), blocked(), moment(), moment(), stack(), random.nextBoolean()));
      entries.add(new Entry.Classes(wide(), wide(), wide()));
      entries.add(new Entry.ClassFailed(text(), text()));
      entries.add(new Entry.Canary(random.nextBoolean()));
      entries.add(new Entry.Note(text()));
      entries.add(new Entry.End(text(), wide()));
    }
    return entries;
  }

  Entry.Edge edge() {
    String kind = EdgeKind.name(random.nextInt(EdgeKind.count()));
    return new Entry.Edge(number(), number(), moment(), kind, text(), placeOrNull());
  }

  private Entry.Side side() {
    return new Entry.Side(
        number(),
        string(),
        moment(),
        string(),
        string(),
        string(),
        string(),
        placeOrNull(),
        stack(),
        random.nextBoolean(),
        stack(),
        locks());
  }

  private Entry.Blocked blocked() {
    return new Entry.Blocked(number(), string(), held(), stack(), number(), string(), stack());
  }

  private Entry.Moment moment() {
    return new Entry.Moment(number(), number(), wide());
  }

  private Entry.Held held() {
    return new Entry.Held(number(), string(), placeOrNull());
  }

  private Entry.Held[] locks() {
    Entry.Held[] locks = new Entry.Held[random.nextInt(4)];
    for (int i = 0; i < locks.length; i++) {
      locks[i] = held();
    }
    return locks;
  }

  private Entry.Place[] stack() {
    Entry.Place[] stack = new Entry.Place[random.nextInt(30)];
    for (int i = 0; i < stack.length; i++) {
      stack[i] = place();
    }
    return stack;
  }

  private Entry.Place placeOrNull() {
    return random.nextInt(5) == 0 ? null : place();
  }

  private Entry.Place place() {
    return new Entry.Place(string(), string(), string(), random.nextInt(20));
  }

  private int number() {
    return random.nextInt() >>> random.nextInt(32);
  }

  private long wide() {
    return random.nextLong() >>> random.nextInt(64);
  }

  /** Often one that came before, sometimes null. */
  private String string() {
    int which = random.nextInt(40);
    return which == 0 ? null : which < 30 ? "com.acme.C" + which : text();
  }

  /** Any UTF-16 units, unpaired surrogates too. */
  private String text() {
    char[] chars = new char[random.nextInt(12)];
    for (int i = 0; i < chars.length; i++) {
      chars[i] = (char) (random.nextInt(0x10000) >>> random.nextInt(16));
    }
    return new String(chars);
  }
}
