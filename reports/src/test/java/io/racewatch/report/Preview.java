package io.racewatch.report;

import io.racewatch.model.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes the sample reports in every format into a folder, to be looked at. */
final class Preview {
  private Preview() {}

  public static void main(String[] args) throws IOException {
    Map<String, Report> samples =
        Map.of(
            "normal", SampleReports.normal(),
            "clean", SampleReports.clean(),
            "blind", SampleReports.blind(),
            "huge", SampleReports.huge(),
            "hostile", SampleReports.hostile(),
            "static", SampleReports.staticOnly(),
            "rings",
                SampleReports.of(
                    List.of(
                        SampleFindings.ring(3), SampleFindings.ring(4), SampleFindings.ring(6))));
    for (Map.Entry<String, Report> sample : samples.entrySet()) {
      Path folder = Path.of(args[0], sample.getKey());
      Reports.write(
          sample.getValue(),
          frame -> frame.method().equals("add") ? "value += amount;" : "",
          folder,
          List.copyOf(Reports.formats().keySet()),
          System.out);
    }
  }
}
