package io.racewatch.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes the tables and the plots into the documentation, between two marks. */
final class Page {
  private static final Path PAGE = Path.of("docs/performance.md");
  private static final Path PLOTS = Path.of("docs");
  private static final String BEGIN = "<!-- measured -->";
  private static final String END = "<!-- /measured -->";

  private Page() {}

  /**
   * Writes what stands between the marks anew; the file of results goes beside it.
   *
   * @throws IllegalStateException if the page has no marks
   */
  static void write(Tables tables, Figures figures, Path results) throws IOException {
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN);
    int end = page.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalStateException(PAGE + " has no place for the tables");
    }
    StringBuilder text = new StringBuilder(BEGIN).append("\n\n");
    text.append("Measured ").append(figures.days()).append(" on ").append(Machine.text());
    text.append(
        ". CPU is user and system time of the whole process, start and reports included; ratios"
            + " are medians of paired runs, in brackets the least and the greatest. *Busy* is CPU"
            + " by wall-clock time of the plain run. Memory means are of rows with at least"
            + " 200 MiB alive. All figures: [performance.csv](performance.csv).\n\n");
    for (String jdk : figures.jdks()) {
      String name = "performance-" + jdk.replaceAll("\\..*", "") + ".svg";
      Files.writeString(PLOTS.resolve(name), new Plot(figures, jdk).svg());
      text.append("![Ratios on JDK ").append(jdk).append("](").append(name).append(")\n\n");
    }
    text.append(tables.all());
    Files.writeString(PAGE, page.substring(0, begin) + text + page.substring(end));
    Files.copy(results, PLOTS.resolve("performance.csv"), StandardCopyOption.REPLACE_EXISTING);
  }
}
