package io.racewatch.cli;

import io.racewatch.engine.EngineOptions;
import io.racewatch.engine.StaticEngine;
import io.racewatch.model.Certainty;
import io.racewatch.model.options.Option;
import io.racewatch.model.options.Options;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What {@code analyze} found last and left in its output folder, for commands that take runs. */
final class AnalyzedBefore {
  private AnalyzedBefore() {}

  /**
   * The findings left in one of the folders.
   *
   * @param given folders that the user named; if there are none, the output folder is meant
   * @return null if nothing was left there
   */
  static StaticEngine.Outcome in(List<Path> given, Options options, Console console) {
    List<Path> folders = given.isEmpty() ? List.of(options.path(Option.OUTPUT)) : given;
    for (Path folder : folders) {
      Path cache = CodePaths.cache(folder);
      StaticEngine.Outcome last =
          Files.isDirectory(cache) ? StaticEngine.last(cache, engine(options)) : null;
      if (last != null) {
        console.say("no run files in " + folder + ": this is what 'analyze' found there last");
        last.made().problems().forEach(console::say);
        return last;
      }
    }
    return null;
  }

  /** As {@code analyze} reads the options: likely findings trip the gate unless the user says. */
  static EngineOptions engine(Options options) {
    EngineOptions engine = EngineOptions.of(options);
    return options.isSet(Option.FAIL_ON) ? engine : engine.withFailOn(Certainty.LIKELY);
  }
}
