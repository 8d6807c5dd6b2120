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
import java.util.Set;
import java.util.function.Predicate;

/** The rows of {@code origins.txt}. Immutable. */
public final class OriginRows {
  private static final String FILE = "origins.txt";
  private static final int COLUMNS = 5;
  private static final String OWN = "\0";

  private final Map<String, Origin> annotations = new HashMap<>();
  private final Map<String, Boolean> scopes = new HashMap<>();
  private final List<Row> types = new ArrayList<>();

  private record Row(String type, String method, Origin origin) {}

  private OriginRows(Iterable<String> lines) {
    int number = 0;
    for (String line : lines) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] cells = line.trim().split("\\s+");
        if (cells.length != COLUMNS) {
          throw new IllegalArgumentException(
              FILE + ":" + number + ": expected " + COLUMNS + " columns");
        }
        parse(cells);
      }
    }
  }

  /** The rows that racewatch brings along. */
  public static OriginRows load() {
    try (InputStream in = OriginRows.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IOException(FILE + " is missing");
      }
      return new OriginRows(
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException("the table of origins cannot be read", e);
    }
  }

  private void parse(String[] cells) {
    Origin origin =
        new Origin(
            thread(cells[3]),
            cells[3].equals("before"),
            shared(cells[2]),
            cells[4].equals("likely"));
    for (String what : cells[0].split(",")) {
      if (!what.startsWith("@")) {
        for (String method : cells[1].split(",")) {
          types.add(new Row(what, method, origin));
        }
      } else if (cells[1].equals("class")) {
        scopes.put(what.substring(1), origin.shared());
      } else {
        annotations.put(what.substring(1), origin);
      }
    }
  }

  private static boolean shared(String word) {
    if (!word.equals("shared") && !word.equals("each")) {
      throw new IllegalArgumentException("unknown object '" + word + "'");
    }
    return word.equals("shared");
  }

  private static String thread(String word) {
    return switch (word) {
      case "many", "before", "-" -> "";
      case "one" -> OWN;
      default -> {
        if (!word.startsWith("one:")) {
          throw new IllegalArgumentException("unknown threads '" + word + "'");
        }
        yield word.substring(4);
      }
    };
  }

  /**
   * How a framework calls a method.
   *
   * @param key names the method among all
   * @param name its name
   * @param notes simple names of its annotations
   * @param ofClass simple names of those of its class
   * @param isA whether its class is or extends a type, or with a star implements one so named
   * @return null if nothing is known to call it
   */
  public Origin of(
      String key, String name, Set<String> notes, Set<String> ofClass, Predicate<String> isA) {
    Origin found = null;
    for (String note : notes) {
      found = found == null ? annotations.get(note) : found;
    }
    for (int i = 0; found == null && i < types.size(); i++) {
      Row row = types.get(i);
      boolean named = row.method.equals("*") || row.method.equals(name);
      found = named && isA.test(row.type) ? row.origin : null;
    }
    if (found == null) {
      return null;
    }
    if (found.thread().equals(OWN)) {
      found = new Origin(key, found.before(), found.shared(), found.likely());
    }
    for (String note : ofClass) {
      found = scopes.containsKey(note) ? found.on(scopes.get(note)) : found;
    }
    return found;
  }
}
