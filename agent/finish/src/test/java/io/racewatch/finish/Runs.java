package io.racewatch.finish;

import io.racewatch.format.Entry;
import io.racewatch.format.Entry.Moment;
import io.racewatch.format.Entry.Place;
import io.racewatch.format.EntryWriter;
import io.racewatch.format.Layout;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Run files for tests. */
final class Runs {
  private static final Place[] NOWHERE = {};

  private Runs() {}

  /** A file with these entries. */
  static Path write(Path file, List<Entry> entries) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    return Files.write(file, bytes(entries));
  }

  /** What such a file holds. */
  static byte[] bytes(List<Entry> entries) {
    EntryWriter writer = new EntryWriter();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(Layout.header());
    for (Entry entry : entries) {
      writer.forget();
      writer.write(entry);
      out.write(writer.bytes(), 0, writer.length());
    }
    return out.toByteArray();
  }

  /** A run that found nothing. */
  static List<Entry> clean() {
    List<Entry> entries = new ArrayList<>();
    entries.add(new Entry.Meta("pid", "7"));
    entries.add(new Entry.Meta("command", "com.acme.Main"));
    entries.add(new Entry.Meta("jdk", "17"));
    entries.add(new Entry.Meta("started", "2026-11-20T00:00:00Z"));
    entries.add(new Entry.Canary(true));
    entries.add(new Entry.Classes(5, 0, 0));
    entries.add(new Entry.ThreadSeen(1, "one", 1, false, 0, NOWHERE));
    entries.add(new Entry.ThreadSeen(2, "two", 2, false, 1, NOWHERE));
    entries.add(new Entry.SlotTaken(1, 1, 1));
    entries.add(new Entry.SlotTaken(2, 2, 1));
    entries.add(new Entry.End("normal", 12));
    return entries;
  }

  /** A run that did not find the planted race. */
  static List<Entry> blind() {
    List<Entry> entries = clean();
    entries.removeIf(entry -> entry instanceof Entry.Canary);
    return entries;
  }

  /** A run with a certain race on a field of com.acme. */
  static List<Entry> racy(String field) {
    List<Entry> entries = clean();
    Entry.Side write = side(1, field, "write", "add");
    Entry.Side read = side(2, field, "read", "get");
    entries.add(entries.size() - 1, new Entry.Race(1, "data-race", write, read));
    return entries;
  }

  private static Entry.Side side(int uid, String field, String operation, String method) {
    Place site = new Place("com.acme.Counter", method, "Counter.java", 10 + uid);
    return new Entry.Side(
        uid,
        "worker-" + uid,
        new Moment(uid, 1, 0),
        "com.acme.Counter." + field,
        operation,
        "plain",
        "Counter#1",
        site,
        new Place[] {site},
        true,
        NOWHERE,
        new Entry.Held[] {});
  }
}
