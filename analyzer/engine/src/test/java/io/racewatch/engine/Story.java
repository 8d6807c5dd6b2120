package io.racewatch.engine;

import io.racewatch.format.Entry;
import io.racewatch.format.EntryWriter;
import io.racewatch.format.Layout;
import io.racewatch.model.Report;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A run for a test, told entry by entry. Threads 1 to 9 have slots of the same number and are
 * called main (1), worker-2, worker-3 …; each but main was started by main.
 */
final class Story {
  private static final Entry.Place[] NONE = {};

  private final List<Entry> entries = new ArrayList<>();
  private int ids;

  /** A run with this many threads, not ended yet. */
  Story(int threads) {
    add(new Entry.Meta("pid", "42"));
    add(new Entry.Meta("command", "app.jar"));
    add(new Entry.Meta("jdk", "17.0.1"));
    add(new Entry.Meta("started", "2026-01-01T00:00:00Z"));
    add(new Entry.Canary(true));
    for (int t = 1; t <= threads; t++) {
      Entry.Place[] started = t == 1 ? NONE : stack("com.acme.Main.main:" + t);
      add(new Entry.ThreadSeen(t, name(t), 20 + t, false, t == 1 ? 0 : 1, started));
      add(new Entry.SlotTaken(t, t, 1));
    }
  }

  static String name(int thread) {
    return thread == 1 ? "main" : "worker-" + thread;
  }

  /** Frames as {@code class.method:line}, innermost first. */
  static Entry.Place[] stack(String... frames) {
    Entry.Place[] places = new Entry.Place[frames.length];
    for (int i = 0; i < frames.length; i++) {
      String[] parts = frames[i].split(":");
      int dot = parts[0].lastIndexOf('.');
      String className = parts[0].substring(0, dot);
      String simple = className.substring(className.lastIndexOf('.') + 1).replaceAll("\\$.*", "");
      String method = parts[0].substring(dot + 1);
      places[i] = new Entry.Place(className, method, simple + ".java", Integer.parseInt(parts[1]));
    }
    return places;
  }

  static Entry.Moment moment(int thread, int clock, long acquires) {
    return new Entry.Moment(thread, clock, acquires);
  }

  Story add(Entry entry) {
    entries.add(entry);
    return this;
  }

  /** Main starts the thread in main's epoch {@code clock}; it is the thread's first acquire. */
  Story start(int thread, int clock) {
    return edge(1, clock, moment(thread, 1, 1), "start", "");
  }

  Story edge(int from, int clock, Entry.Moment to, String kind, String what) {
    return add(new Entry.Edge(from, clock, to, kind, what, null));
  }

  Story lock(int number, String name) {
    return add(new Entry.Lock(number, name, "java.lang.Object", "Object#" + number));
  }

  static Entry.Held held(int lock, String at) {
    return new Entry.Held(lock, "exclusive", stack(at)[0]);
  }

  static Entry.Side side(
      int thread, int clock, long acquires, String operation, String member, String... stack) {
    return side(moment(thread, clock, acquires), operation, member, new Entry.Held[0], stack);
  }

  static Entry.Side side(
      Entry.Moment at, String operation, String member, Entry.Held[] held, String... stack) {
    Entry.Place[] places = stack(stack);
    return new Entry.Side(
        at.slot(),
        name(at.slot()),
        at,
        member,
        operation,
        "plain",
        "Object#1",
        places[0],
        places,
        true,
        NONE,
        held);
  }

  Story race(Entry.Side earlier, Entry.Side later) {
    return add(new Entry.Race(++ids, "data-race", earlier, later));
  }

  /** The last race was seen so often. */
  Story seen(long count) {
    return add(new Entry.RaceSeen(ids, count));
  }

  Story acquire(int lock, String waits, Entry.Moment at, Entry.Held held, String... stack) {
    return acquire(lock, waits, at, at, held, stack);
  }

  /** An acquire by a thread that held nothing at the moment {@code base}. */
  Story acquire(
      int lock,
      String waits,
      Entry.Moment base,
      Entry.Moment at,
      Entry.Held held,
      String... stack) {
    Entry.Held[] all = {held};
    add(new Entry.Acquire(++ids, lock, "exclusive", waits, all, at, stack(stack)));
    return add(new Entry.AcquireAt(ids, base, at));
  }

  Story end() {
    return add(new Entry.End("normal", 1234));
  }

  RunData data() {
    RunCollector collector = new RunCollector();
    entries.forEach(collector::add);
    return collector.finish();
  }

  Report report() {
    return Engine.report(data(), EngineOptions.defaults());
  }

  void writeTo(Path file) throws IOException {
    EntryWriter writer = new EntryWriter();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(Layout.header());
    for (Entry entry : entries) {
      writer.write(entry);
      out.write(writer.bytes(), 0, writer.length());
    }
    Files.createDirectories(file.getParent());
    Files.write(file, out.toByteArray());
  }
}
