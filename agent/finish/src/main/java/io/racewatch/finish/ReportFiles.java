package io.racewatch.finish;

import io.racewatch.model.Report;
import io.racewatch.report.Reports;
import io.racewatch.report.common.SourceFolders;
import io.racewatch.report.common.SourceLines;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes a report's files; where the output folder refuses them, into the temporary folder. */
final class ReportFiles {
  private static final String TEXT = "text";
  private static final String JSON = "json";

  private final Job job;
  private final SourceLines sources;
  private Path temporary;

  ReportFiles(Job job) {
    this.job = job;
    this.sources = SourceFolders.of(job.classPath());
  }

  /** Prints the text report on stderr. */
  void print(Report report) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    Reports.format(TEXT).write(report, sources, text);
    job.log().print(text.toByteArray());
  }

  /** Writes the files asked for: JSON first, the others as long as there is time. */
  void write(Report report, List<String> formats) {
    List<String> rest = new ArrayList<>(formats);
    rest.remove(TEXT);
    if (rest.remove(JSON)) {
      writeOne(report, JSON);
    }
    while (!rest.isEmpty() && !job.budget().over()) {
      writeOne(report, rest.remove(0));
    }
    removeIfEmpty();
    if (!rest.isEmpty()) {
      job.log()
          .say(
              "exit-budget of "
                  + job.budget()
                  + " is over; left out: "
                  + String.join(", ", rest)
                  + "; java -jar racewatch.jar report --format "
                  + String.join(",", rest)
                  + " --output "
                  + job.output()
                  + " "
                  + job.run().path());
    }
  }

  private void removeIfEmpty() {
    try {
      if (temporary != null) {
        Files.delete(temporary);
      }
    } catch (IOException inUse) {
      // The reports are in it.
    }
  }

  private void writeOne(Report report, String format) {
    if (job.output() == null) {
      onStderr(report, format);
      return;
    }
    try {
      ByteArrayOutputStream console = new ByteArrayOutputStream();
      Reports.write(report, sources, job.output(), List.of(format), console);
      if (console.size() > 0) {
        job.log().print(console.toByteArray());
      }
    } catch (IOException e) {
      aside(report, format, e);
    }
  }

  private void aside(Report report, String format, IOException why) {
    try {
      if (temporary == null) {
        temporary = Files.createTempDirectory("racewatch-");
      }
      List<Path> files =
          Reports.write(
              report, sources, temporary, List.of(format), OutputStream.nullOutputStream());
      String place = files.isEmpty() ? job.rescue() : "it is at " + files.get(0);
      job.log().say(why.getMessage() + "; " + place);
    } catch (IOException | IllegalArgumentException e) {
      job.log().say(why.getMessage() + "; " + job.rescue());
      onStderr(report, format);
    }
  }

  /** The last resort: findings as JSON in the log of the build are better than none. */
  private void onStderr(Report report, String format) {
    if (format.equals(JSON)) {
      ByteArrayOutputStream json = new ByteArrayOutputStream();
      try {
        Reports.format(JSON).write(report, json);
      } catch (IOException e) {
        job.log().say("the report cannot be written at all: " + e);
      }
      job.log().print(json.toByteArray());
    }
  }
}
