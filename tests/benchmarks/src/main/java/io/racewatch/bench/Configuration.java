package io.racewatch.bench;

import java.util.List;

/** A way to run a program. */
enum Configuration {
  PLAIN,
  FULL,
  SAMPLE("mode=sample", "sample-rate=0.05"),
  LOCKS("mode=locks");

  /** Options of the agent. */
  final List<String> options;

  Configuration(String... options) {
    this.options = List.of(options);
  }

  /** As it stands in the file of results. */
  String key() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
