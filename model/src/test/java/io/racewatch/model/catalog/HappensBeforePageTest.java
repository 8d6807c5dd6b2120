package io.racewatch.model.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Compares the column "observed" of the page with the catalogue. {@link #main} writes it anew; what
 * has no row, and the other columns, stay as they are.
 */
class HappensBeforePageTest {
  private static final Path PAGE = Path.of("docs/happens-before.md");
  private static final int OBSERVED = 4;
  private static final int METHODS_BY_NAME = 4;

  @Test
  void thePageSaysWhereEachIsObserved() throws IOException {
    Path page = Files.exists(PAGE) ? PAGE : Path.of("..").resolve(PAGE);
    assertThat(rewritten(page)).isEqualTo(Files.readString(page));
  }

  @Test
  void thePageHasEachIdOfTheCatalogueOnce() throws IOException {
    Path page = Files.exists(PAGE) ? PAGE : Path.of("..").resolve(PAGE);
    List<String> ids = new ArrayList<>();
    for (String line : Files.readAllLines(page)) {
      if (isRow(line)) {
        ids.add(line.split("\\|")[1].strip());
      }
    }
    assertThat(ids).doesNotHaveDuplicates().containsAll(rows().keySet());
  }

  /** Run in the root of the repository. */
  public static void main(String[] args) throws IOException {
    Files.writeString(PAGE, rewritten(PAGE));
  }

  private static String rewritten(Path page) throws IOException {
    Map<String, List<Row>> rows = rows();
    StringBuilder text = new StringBuilder();
    for (String line : Files.readAllLines(page)) {
      if (isRow(line)) {
        String[] cells = line.split("\\|");
        List<Row> its = rows.get(cells[1].strip());
        if (its != null) {
          cells[OBSERVED] = " " + observed(its) + " ";
        }
        text.append(String.join("|", cells)).append("|\n");
      } else {
        text.append(line).append('\n');
      }
    }
    return text.toString();
  }

  private static boolean isRow(String line) {
    return line.matches("\\| [A-Z]{1,2}[0-9]{2} \\|.*");
  }

  private static Map<String, List<Row>> rows() {
    Map<String, List<Row>> rows = new TreeMap<>();
    for (Row row : Catalog.load().rows()) {
      for (String id : row.ids()) {
        rows.computeIfAbsent(id, k -> new ArrayList<>()).add(row);
      }
    }
    return rows;
  }

  private static String observed(List<Row> rows) {
    List<String> parts = new ArrayList<>();
    for (Where where : Where.values()) {
      Map<String, Set<String>> methods = new TreeMap<>();
      for (Row row : rows) {
        if (row.where() == where) {
          String owner = row.owner().substring(row.owner().lastIndexOf('/') + 1);
          methods.computeIfAbsent(owner.replace('$', '.'), k -> new TreeSet<>()).add(row.method());
        }
      }
      if (!methods.isEmpty()) {
        parts.add(Words.of(where) + ": " + join(methods));
      }
    }
    return String.join("; ", parts);
  }

  private static String join(Map<String, Set<String>> methods) {
    List<String> owners = new ArrayList<>();
    methods.forEach(
        (owner, names) -> {
          boolean few = names.size() <= METHODS_BY_NAME && !names.contains("*");
          String name = String.join("/", names);
          String count = names.contains("*") ? "all" : names.size() + " methods";
          owners.add("`" + owner + (few ? "." + name + "`" : "` (" + count + ")"));
        });
    return String.join(", ", owners);
  }
}
