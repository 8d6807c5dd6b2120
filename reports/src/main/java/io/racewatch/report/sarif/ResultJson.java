package io.racewatch.report.sarif;

import io.racewatch.model.Certainty;
import io.racewatch.model.Finding;
import io.racewatch.model.Frame;
import io.racewatch.model.Status;
import io.racewatch.report.common.Json;
import io.racewatch.report.common.Places;
import io.racewatch.report.common.Safe;
import io.racewatch.report.common.SourceLines;
import io.racewatch.report.common.Words;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/** One finding as a SARIF result. */
final class ResultJson {
  private final Json json;
  private final LocationJson locations;
  private final FlowJson flows;

  ResultJson(Json json, SourceLines sources) {
    this.json = json;
    this.locations = new LocationJson(json, sources);
    this.flows = new FlowJson(json, locations);
  }

  void write(Finding finding) throws IOException {
    List<Frame> places = Places.of(finding);
    json.string("ruleId", finding.rule().id());
    json.number("ruleIndex", finding.rule().ordinal());
    json.string("level", level(finding.certainty()));
    json.object("message", () -> json.string("text", message(finding, places)));
    json.list("locations", places.subList(0, 1), place -> locations.write(place, ""));
    json.list(
        "relatedLocations",
        IntStream.range(1, places.size()).boxed().toList(),
        index -> {
          json.number("id", index);
          locations.write(places.get(index), "the other side");
        });
    flows.write(finding);
    json.object("partialFingerprints", () -> fingerprints(finding));
    // The standard wants both on every result as soon as one has them.
    json.string("baselineState", finding.status() == Status.KNOWN ? "unchanged" : "new");
    json.list("suppressions", suppressions(finding), kind -> json.string("kind", kind));
    json.object("properties", () -> properties(finding));
  }

  private static String level(Certainty certainty) {
    switch (certainty) {
      case CERTAIN:
        return "error";
      case LIKELY:
        return "warning";
      default:
        return "note";
    }
  }

  /** The title, the reason, and a link for each further side; brackets would begin a link. */
  private static String message(Finding finding, List<Frame> places) {
    StringBuilder sb = new StringBuilder(escape(Safe.name(finding.title())));
    if (finding.explanation() != null) {
      sb.append(". ").append(escape(Safe.text(finding.explanation().text())));
    }
    for (int i = 1; i < places.size(); i++) {
      String frame = escape(Words.frame(places.get(i)));
      sb.append("\nOther side: [").append(frame).append("](").append(i).append(')');
    }
    return sb.toString();
  }

  private static String escape(String text) {
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]");
  }

  private void fingerprints(Finding finding) throws IOException {
    json.string("racewatch/v1", finding.fingerprint());
    // The only one that GitHub reads. Ours is steadier than a hash of the line.
    json.string("primaryLocationLineHash", finding.fingerprint() + ":1");
  }

  private static List<String> suppressions(Finding finding) {
    return finding.status() == Status.SUPPRESSED ? List.of("external") : List.of();
  }

  private void properties(Finding finding) throws IOException {
    json.string("certainty", finding.certainty().id());
    json.string("evidence", finding.evidence().id());
    json.string("scope", finding.scope().id());
    json.number("count", finding.count());
    json.strings("members", finding.members());
    json.strings("tests", finding.tests());
  }
}
