package io.racewatch.cli;

import io.racewatch.model.options.Option;
import io.racewatch.model.options.Options;
import io.racewatch.report.common.SourceFolders;
import io.racewatch.report.common.SourceLines;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where lines are quoted from. */
final class Sources {
  private static final List<String> USUAL =
      List.of("src/main/java", "src/test/java", "src/main/kotlin", "src/test/kotlin", "src");

  private Sources() {}

  /** What {@code app-classpath} says, else the usual folders below the working directory. */
  static SourceLines of(Options options, Console console) {
    return of(options, console, List.of());
  }

  /** The same, and beside class folders that a command was given. */
  static SourceLines of(Options options, Console console, List<Path> given) {
    List<Path> told = options.paths(Option.APP_CLASSPATH);
    List<Path> usual = USUAL.stream().map(console.folder()::resolve).toList();
    List<Path> all = new ArrayList<>(given);
    all.addAll(told.isEmpty() ? usual : told);
    return SourceFolders.of(all);
  }
}
