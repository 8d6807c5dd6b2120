package io.racewatch.instrument.start;

import io.racewatch.model.options.Option;
import io.racewatch.model.options.Options;
import io.racewatch.runtime.RunFacts;
import java.util.List;

/** What stands at the head of a run file. */
final class RunHeader {
  private RunHeader() {}

  static void write(Options options) {
    meta("pid", Long.toString(ProcessHandle.current().pid()));
    meta("command", command());
    meta("jdk", System.getProperty("java.vm.version", ""));
    meta("started", Long.toString(System.currentTimeMillis()));
    meta("mode", options.text(Option.MODE));
    meta("own", options.text(Option.OWN));
    meta("detect", String.join(",", options.list(Option.DETECT)));
    for (String pattern : own(System.getProperty("jdk.module.main"))) {
      RunFacts.ownGuess(pattern);
    }
  }

  private static List<String> own(String module) {
    Module main = module == null ? null : ModuleLayer.boot().findModule(module).orElse(null);
    return main == null
        ? OwnCode.guess(System.getProperty("java.class.path", ""))
        : OwnCode.ofModules(System.getProperty("jdk.module.path", ""), main.getPackages());
  }

  /** Main class or jar alone: arguments may hold secrets. */
  private static String command() {
    String whole = System.getProperty("sun.java.command", "");
    int end = whole.indexOf(' ');
    return end < 0 ? whole : whole.substring(0, end);
  }

  private static void meta(String key, String value) {
    RunFacts.meta(key, value);
  }
}
