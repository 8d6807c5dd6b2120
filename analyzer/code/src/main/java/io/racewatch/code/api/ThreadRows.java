package io.racewatch.code.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of {@code threads.txt}, by method name. Immutable. */
public final class ThreadRows {
  private static final String FILE = "threads.txt";
  private static final int COLUMNS = 6;

  private final Map<String, List<ThreadRow>> byName = new HashMap<>();

  private ThreadRows(Iterable<String> lines) {
    int number = 0;
    for (String line : lines) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        parse(line.trim().split("\\s+"), number);
      }
    }
  }

  /** The rows that racewatch brings along. */
  public static ThreadRows load() {
    try (InputStream in = ThreadRows.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IOException(FILE + " is missing");
      }
      return new ThreadRows(
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException("the table of threads cannot be read", e);
    }
  }

  private void parse(String[] cells, int number) {
    if (cells.length != COLUMNS) {
      throw new IllegalArgumentException(
          FILE + ":" + number + ": expected " + COLUMNS + " columns");
    }
    for (String owner : cells[0].split(",")) {
      for (String method : cells[1].split(",(?![^(]*\\))")) {
        ThreadRow row =
            new ThreadRow(
                owner,
                method,
                Effect.of(cells[2]),
                ThreadRow.subject(cells[3]),
                cells[4].equals("many"),
                ThreadRow.subject(cells[5]));
        int cut = method.indexOf('(');
        byName
            .computeIfAbsent(cut < 0 ? method : method.substring(0, cut), k -> new ArrayList<>())
            .add(row);
      }
    }
  }

  /** Rows for a method of this name, of any owner, in the order of the file. */
  List<ThreadRow> of(String name, String descriptor) {
    List<ThreadRow> some = new ArrayList<>();
    for (ThreadRow row : byName.getOrDefault(name, List.of())) {
      if (row.matches(name, descriptor)) {
        some.add(row);
      }
    }
    return some;
  }

  /** All rows. */
  public List<ThreadRow> all() {
    return byName.values().stream().flatMap(List::stream).toList();
  }
}
