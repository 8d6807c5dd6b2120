package io.racewatch.engine;

import io.racewatch.model.Report;
import java.util.List;

/**
 * A report, and what stood in its way.
 *
 * @param problems a line for each file that could not be read; the report holds what the others say
 */
public record EngineReport(Report report, List<String> problems) {
  public EngineReport {
    problems = List.copyOf(problems);
  }
}
