package io.racewatch.format;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Run files in memory. */
final class RunBytes {
  /** What a reader said of some bytes. */
  record Read(List<Entry> entries, long tornAt, String tornWhy) {}

  private RunBytes() {}

  static byte[] write(List<? extends Entry> entries) {
    EntryWriter writer = new EntryWriter();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(Layout.header());
    for (Entry entry : entries) {
      writer.write(entry);
      out.write(writer.bytes(), 0, writer.length());
    }
    return out.toByteArray();
  }

  static Read read(byte[] bytes) throws IOException {
    EntryReader reader = new EntryReader(new ByteArrayInputStream(bytes));
    List<Entry> entries = new ArrayList<>();
    for (Entry e = reader.next(); e != null; e = reader.next()) {
      entries.add(e);
    }
    return new Read(entries, reader.tornAt(), reader.tornWhy());
  }
}
