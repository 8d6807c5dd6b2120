package io.racewatch.report.html;

import io.racewatch.model.Certainty;
import io.racewatch.model.Finding;
import io.racewatch.model.Frame;
import io.racewatch.model.Report;
import io.racewatch.model.Scope;
import io.racewatch.model.Status;
import io.racewatch.report.common.Ranking;
import io.racewatch.report.common.Safe;
import io.racewatch.report.common.SourceLines;
import io.racewatch.report.common.Words;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the templates need to know.
 *
 * @param report what to show
 * @param sources where quoted lines come from
 * @param style the page's style
 * @param script the page's script; the page is whole without it
 */
record Page(Report report, SourceLines sources, Asset style, Asset script) {
  /** Findings that are open when the page is; the others are one click away. */
  private static final int OPEN = 3;

  /** The whole policy: no network, no frames, no forms, nothing but this script and style. */
  public String policy() {
    return "default-src 'none'; style-src '"
        + style.hash()
        + "'; script-src '"
        + script.hash()
        + "'; img-src data:; base-uri 'none'; form-action 'none'";
  }

  /** Findings in the order of reading. */
  public List<Finding> findings() {
    return Ranking.all(report);
  }

  /** Whether the finding at that place of the list starts open. */
  public boolean open(Finding finding, int index) {
    return index < OPEN && finding.status() == Status.NEW;
  }

  /** The rules that occur, for the filter. */
  public List<String> rules() {
    return report.findings().stream().map(f -> f.rule().id()).distinct().sorted().toList();
  }

  /** The drawing of the lock order, where there is one. */
  public LockMap locks() {
    return LockMap.of(report.locks());
  }

  /** The counts at the top. */
  public List<Tile> tiles() {
    return List.of(
        new Tile("certain", report.count(Certainty.CERTAIN)),
        new Tile("likely", report.count(Certainty.LIKELY)),
        new Tile("possible", report.count(Certainty.POSSIBLE)),
        new Tile("known", report.count(Status.KNOWN)),
        new Tile("suppressed", report.count(Status.SUPPRESSED)));
  }

  /** A count at the top of the page. */
  record Tile(String name, long count) {
    /** The class of its style: a count of nothing is faint. */
    public String style() {
      return count == 0 ? "tile none" : "tile " + name;
    }

    /** {@code 3,812}. */
    public String number() {
      return Words.number(count);
    }
  }

  /** The class of the style of a finding. */
  public String style(Finding finding) {
    return finding.status() == Status.NEW
        ? "finding " + finding.certainty().id()
        : "finding " + finding.certainty().id() + " settled";
  }

  /** What beside rule and certainty is worth a badge. */
  public List<String> badges(Finding finding) {
    return Stream.of(
            finding.scope() == Scope.LIBRARY ? "library" : "",
            finding.status() == Status.NEW ? "" : finding.status().id(),
            finding.coverage() == null ? "" : finding.coverage().id())
        .filter(badge -> !badge.isEmpty())
        .toList();
  }

  /** The source line of a frame; empty if it is not known. */
  public String source(Frame frame) {
    return Safe.name(sources.line(frame).strip());
  }
}
