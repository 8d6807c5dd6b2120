package io.racewatch.model.catalog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the lines of one file. Columns, separated by blanks: owner, method, descriptor, effect,
 * subject, mode, when, where, since, until, ids; then any of {@code if=TYPE}, {@code unless=FIELD},
 * {@code at=PLACE}, {@code in=CONTAINER}. Owners and methods may be lists with commas; {@code -} is
 * none.
 */
final class RowParser {
  private static final int COLUMNS = 11;
  private static final Words<Effect> EFFECTS = new Words<>(Effect.class, "effect");
  private static final Words<When> WHENS = new Words<>(When.class, "when");
  private static final Words<Where> WHERES = new Words<>(Where.class, "where");

  private final boolean strict;
  private final Set<String> seen = new HashSet<>();

  /**
   * A parser for one file.
   *
   * @param strict whether rows are checked; the built-in ones are by a test, and not at each start
   */
  RowParser(boolean strict) {
    this.strict = strict;
  }

  /** Adds the rows of a line, none if it is empty or a comment. */
  void parse(String line, List<Row> rows) {
    List<String> cells = cells(line);
    if (cells.isEmpty() || cells.get(0).startsWith("#")) {
      return;
    }
    if (cells.size() < COLUMNS) {
      throw new IllegalArgumentException("expected " + COLUMNS + " columns, found " + cells.size());
    }
    if (strict) {
      Descriptors.check(cells.get(2));
    }
    Row row = row(cells);
    for (String owner : list(cells.get(0))) {
      for (String method : list(cells.get(1))) {
        Row one = row.of(owner, method);
        if (strict) {
          check(one, cells);
        }
        rows.add(one);
      }
    }
  }

  private void check(Row row, List<String> cells) {
    Names.checkType(row.owner(), "owner");
    Names.checkMember(row.method(), "method");
    if (row.guard() != null) {
      Names.checkType(row.guard(), "if=");
    }
    for (String id : row.ids()) {
      Names.checkId(id);
    }
    RowRules.check(row);
    once(row, cells);
  }

  private void once(Row row, List<String> cells) {
    StringBuilder key = new StringBuilder(row.owner()).append(' ').append(row.method());
    for (int i = 2; i < cells.size(); i++) {
      key.append(' ').append(cells.get(i));
    }
    if (!seen.add(key.toString())) {
      throw new IllegalArgumentException("the same row stands twice: " + row);
    }
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>(COLUMNS + 1);
    String text = line.indexOf('\t') < 0 ? line : line.replace('\t', ' ');
    int start = 0;
    while (start < text.length()) {
      int blank = text.indexOf(' ', start);
      int end = blank < 0 ? text.length() : blank;
      if (end > start) {
        cells.add(text.substring(start, end));
      }
      start = end + 1;
    }
    return cells;
  }

  private static Row row(List<String> cells) {
    Effect effect = EFFECTS.parse(cells.get(3));
    String place = extra(cells, "at=");
    String container = extra(cells, "in=");
    return new Row(
        cells.get(0),
        cells.get(1),
        cells.get(2),
        effect,
        Subject.parse(cells.get(4)),
        Mode.parse(effect, cells.get(5)),
        WHENS.parse(cells.get(6)),
        WHERES.parse(cells.get(7)),
        feature(cells.get(8), "since"),
        feature(cells.get(9), "until"),
        ids(cells.get(10)),
        extra(cells, "if="),
        extra(cells, "unless="),
        place == null ? null : Place.parse(place),
        container == null ? null : Subject.parse(container));
  }

  private static String[] list(String text) {
    return text.indexOf(',') < 0 ? new String[] {text} : text.split(",", -1);
  }

  private static int feature(String text, String column) {
    if (text.equals("-")) {
      return 0;
    }
    try {
      int feature = Integer.parseInt(text);
      if (feature > 0) {
        return feature;
      }
    } catch (NumberFormatException e) {
      // Said below, with the column.
    }
    throw new IllegalArgumentException(
        "bad " + column + " '" + text + "' (a JDK feature release such as 21, or '-')");
  }

  private static List<String> ids(String text) {
    return text.equals("-") ? List.of() : List.of(list(text));
  }

  private static String extra(List<String> cells, String key) {
    String value = null;
    for (int i = COLUMNS; i < cells.size(); i++) {
      String cell = cells.get(i);
      if (cell.startsWith(key)) {
        value = cell.substring(key.length());
      } else if (!cell.startsWith("if=")
          && !cell.startsWith("unless=")
          && !cell.startsWith("at=")
          && !cell.startsWith("in=")) {
        throw new IllegalArgumentException(
            "unexpected '" + cell + "' (one of: if=TYPE, unless=FIELD, at=PLACE, in=CONTAINER)");
      }
    }
    return value;
  }
}
