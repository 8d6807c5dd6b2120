package io.racewatch.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.order.Case;
import com.example.order.Table;
import com.example.order.Verdict;
import com.example.order.rows.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Compares the column "proved" of the page with the table of the matrix; {@link #main} writes it
 * anew. Each row of the page has a case, or a reason why it has none.
 */
class MatrixPageTest {
  private static final Path PAGE = Path.of("docs/happens-before.md");
  private static final int COLUMNS = 6;

  @Test
  void thePageSaysWhatIsProved() throws IOException {
    Path page = Path.of("../..").resolve(PAGE);
    assertThat(rewritten(page)).isEqualTo(Files.readString(page));
  }

  @Test
  void eachRowIsOnThePageWithACaseOrAReason() throws IOException {
    Set<String> ids = new TreeSet<>();
    for (String line : Files.readAllLines(Path.of("../..").resolve(PAGE))) {
      if (isRow(line)) {
        ids.add(line.split("\\|")[1].strip());
        assertThat(line.split("\\|")).as(line).hasSize(COLUMNS);
        assertThat(line.split("\\|")[COLUMNS - 1].strip()).as(line).isNotEmpty();
      }
    }
    Table table = Rows.all();
    table.cases().forEach(each -> assertThat(ids).contains(each.row()));
    assertThat(ids).containsAll(table.notes().keySet());
  }

  /** Run in the root of the repository. */
  public static void main(String[] args) throws IOException {
    Files.writeString(PAGE, rewritten(PAGE));
  }

  private static boolean isRow(String line) {
    return line.matches("\\| [A-Z]{1,2}[0-9]{2} \\|.*");
  }

  private static String rewritten(Path page) throws IOException {
    Table table = Rows.all();
    StringBuilder text = new StringBuilder();
    for (String line : Files.readAllLines(page)) {
      if (isRow(line)) {
        String[] cells = line.split("\\|");
        for (int i = 1; i < COLUMNS - 1; i++) {
          text.append('|').append(cells[i]);
        }
        text.append("| ").append(proved(table, cells[1].strip())).append(" |\n");
      } else {
        text.append(line).append('\n');
      }
    }
    return text.toString();
  }

  private static String proved(Table table, String row) {
    int clean = 0;
    int racy = 0;
    int accidental = 0;
    List<String> wrong = new ArrayList<>();
    for (Case each : table.cases()) {
      if (each.row().equals(row)) {
        clean += each.verdict() == Verdict.CLEAN ? 1 : 0;
        racy += each.verdict() == Verdict.RACY ? 1 : 0;
        accidental += each.verdict() == Verdict.ACCIDENTAL ? 1 : 0;
        if (each.known() != null) {
          wrong.add("**wrong**: " + each.what() + ": " + each.known());
        }
      }
    }
    for (Table.Member member : table.members()) {
      if (member.row().equals(row)) {
        wrong.add("**wrong**: " + member.reason());
      }
    }
    List<String> parts = new ArrayList<>();
    add(parts, clean, "clean");
    add(parts, racy, "racy");
    add(parts, accidental, "accidental");
    parts.addAll(wrong);
    if (table.notes().containsKey(row)) {
      parts.add(table.notes().get(row));
    }
    return String.join("; ", parts);
  }

  private static void add(List<String> parts, int count, String what) {
    if (count > 0) {
      parts.add(count + " " + what);
    }
  }
}
