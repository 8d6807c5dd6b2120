package io.racewatch.model.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads one line. Columns, separated by blanks: owner, method, descriptor, effect, subject, mode,
 * when, where, since, until, ids; then any of {@code if=TYPE}, {@code unless=FIELD}, {@code
 * at=PLACE}. Owners and methods may be lists with commas; {@code -} is none.
 */
final class RowParser {
  private static final int COLUMNS = 11;
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern TYPE = Pattern.compile("[^\\s.;\\[(),*/]+(?:/[^\\s.;\\[(),*/]+)*");
  private static final Pattern METHOD = Pattern.compile("[^\\s.;\\[/(),<>]+|<init>");
  private static final Pattern ID = Pattern.compile("[A-Z]{1,2}[0-9]{2}");

  private RowParser() {}

  /** The rows of a line, none if it is empty or a comment. */
  static List<Row> parse(String line) {
    String text = line.strip();
    if (text.isEmpty() || text.startsWith("#")) {
      return List.of();
    }
    String[] cells = BLANKS.split(text);
    if (cells.length < COLUMNS) {
      throw new IllegalArgumentException("expected " + COLUMNS + " columns, found " + cells.length);
    }
    List<Row> rows = new ArrayList<>();
    for (String owner : names(cells[0], TYPE, "owner")) {
      for (String method : names(cells[1], METHOD, "method")) {
        Row row = row(owner, method, cells);
        RowRules.check(row);
        rows.add(row);
      }
    }
    return rows;
  }

  private static Row row(String owner, String method, String[] cells) {
    Descriptors.check(cells[2]);
    Effect effect = Words.parse(Effect.class, "effect", cells[3]);
    return new Row(
        owner,
        method,
        cells[2],
        effect,
        Subject.parse(cells[4]),
        Mode.parse(effect, cells[5]),
        Words.parse(When.class, "when", cells[6]),
        Words.parse(Where.class, "where", cells[7]),
        feature(cells[8], "since"),
        feature(cells[9], "until"),
        ids(cells[10]),
        extra(cells, "if="),
        extra(cells, "unless="),
        place(cells));
  }

  private static List<String> names(String list, Pattern pattern, String column) {
    List<String> names = List.of(list.split(",", -1));
    for (String name : names) {
      if (!pattern.matcher(name).matches()) {
        throw new IllegalArgumentException("bad " + column + " '" + name + "'");
      }
    }
    return names;
  }

  private static int feature(String text, String column) {
    if (text.equals("-")) {
      return 0;
    }
    if (!text.matches("[1-9][0-9]{0,2}")) {
      throw new IllegalArgumentException(
          "bad " + column + " '" + text + "' (a JDK feature release such as 21, or '-')");
    }
    return Integer.parseInt(text);
  }

  private static List<String> ids(String text) {
    return text.equals("-") ? List.of() : names(text, ID, "id");
  }

  private static Place place(String[] cells) {
    String text = extra(cells, "at=");
    return text == null ? null : Place.parse(text);
  }

  private static String extra(String[] cells, String key) {
    String value = null;
    for (int i = COLUMNS; i < cells.length; i++) {
      if (cells[i].startsWith(key)) {
        value = cells[i].substring(key.length());
      } else if (!cells[i].matches("(if|unless|at)=.+")) {
        throw new IllegalArgumentException(
            "unexpected '" + cells[i] + "' (one of: if=TYPE, unless=FIELD, at=PLACE)");
      }
    }
    return value;
  }
}
