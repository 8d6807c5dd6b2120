package io.racewatch.report.dot;

import io.racewatch.model.CycleEdge;
import io.racewatch.model.Finding;
import io.racewatch.model.LockGraph;
import io.racewatch.model.LockRef;
import io.racewatch.model.Report;
import io.racewatch.model.Status;
import io.racewatch.report.ReportFormat;
import io.racewatch.report.common.FoldedStack;
import io.racewatch.report.common.Ranking;
import io.racewatch.report.common.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The lock cycles as one graph: locks are nodes, an edge leads from the lock that a thread holds to
 * the one that it wants. Suppressed cycles are left out; orders without a finding are grey, and
 * dashed where they were ruled out. Orders that only the bytecode has are dotted.
 */
public final class DotFormat implements ReportFormat {
  @Override
  public String id() {
    return "dot";
  }

  @Override
  public String fileName() {
    return "racewatch.dot";
  }

  @Override
  public void write(Report report, OutputStream out) throws IOException {
    Set<String> lines = new LinkedHashSet<>();
    Set<String> possible = possible(report.locks());
    for (Finding finding : Ranking.all(report)) {
      if (finding.status() != Status.SUPPRESSED) {
        finding.cycle().forEach(e -> edge(lines, finding, e, report.locks(), possible));
      }
    }
    for (LockGraph.Edge edge : report.locks().edges()) {
      if (edge.verdict() != LockGraph.Verdict.CYCLE) {
        edge(lines, report.locks(), edge);
      }
    }
    String graph =
        "digraph racewatch {\n"
            + "  rankdir=LR;\n"
            + "  node [shape=box, style=rounded, fontname=\"monospace\"];\n"
            + "  edge [fontname=\"monospace\", fontsize=10];\n"
            + String.join("", lines)
            + "}\n";
    out.write(graph.getBytes(StandardCharsets.UTF_8));
  }

  private static void edge(
      Set<String> lines, Finding finding, CycleEdge edge, LockGraph graph, Set<String> possible) {
    if (edge.holds() == null || edge.wants() == null) {
      return;
    }
    String thread = edge.thread() == null ? "" : Words.name(edge.thread().name());
    String at = edge.wantsAt().isEmpty() ? "" : Words.frame(FoldedStack.userFrame(edge.wantsAt()));
    lines.add(
        "  "
            + quoted(node(edge.holds(), graph))
            + " -> "
            + quoted(node(edge.wants(), graph))
            + " [label="
            + quoted(thread + "\n" + at + times(edge, graph))
            + ", tooltip="
            + quoted(finding.rule().id() + " " + Words.fingerprint(finding))
            + ", color="
            + color(finding)
            + (possible.contains(edge.holds().lock() + " > " + edge.wants().lock())
                ? ", style=dotted"
                : "")
            + "];\n");
  }

  /** Orders that no run took. */
  private static Set<String> possible(LockGraph graph) {
    Set<String> orders = new HashSet<>();
    for (LockGraph.Edge edge : graph.edges()) {
      if (edge.possible()) {
        orders.add(
            graph.nodes().get(edge.from()).name() + " > " + graph.nodes().get(edge.to()).name());
      }
    }
    return orders;
  }

  /** An order that is part of no finding: grey, and dashed with the reason where ruled out. */
  private static void edge(Set<String> lines, LockGraph graph, LockGraph.Edge edge) {
    String label =
        edge.possible()
            ? "in the bytecode only" + (edge.at() == null ? "" : "\n" + Words.frame(edge.at()))
            : Words.number(edge.count())
                + " times\n"
                + Words.name(String.join(", ", edge.threads()))
                + (edge.reason().isEmpty() ? "" : "\nruled out: " + edge.reason());
    String dashed = edge.verdict() == LockGraph.Verdict.RULED_OUT ? ", style=dashed" : "";
    String style = edge.possible() ? ", style=dotted" : dashed;
    lines.add(
        "  "
            + quoted(Words.name(graph.nodes().get(edge.from()).name()))
            + " -> "
            + quoted(Words.name(graph.nodes().get(edge.to()).name()))
            + " [label="
            + quoted(label)
            + ", color=\"#8a94a3\""
            + style
            + "];\n");
  }

  /** A lock as the graph calls it: with the object only where a cycle has two of one name. */
  private static String node(LockRef lock, LockGraph graph) {
    String apart = lock.lock() + " (" + lock.object() + ")";
    for (LockGraph.Node node : graph.nodes()) {
      if (node.name().equals(apart) || node.name().equals(lock.lock())) {
        return Words.name(node.name());
      }
    }
    return Words.lock(lock);
  }

  /** How often that order was taken in all; empty where the graph leaves it out. */
  private static String times(CycleEdge edge, LockGraph graph) {
    for (LockGraph.Edge e : graph.edges()) {
      String from = Words.name(graph.nodes().get(e.from()).name());
      String to = Words.name(graph.nodes().get(e.to()).name());
      if (from.equals(node(edge.holds(), graph)) && to.equals(node(edge.wants(), graph))) {
        return "\n" + Words.number(e.count()) + (e.count() == 1 ? " time" : " times");
      }
    }
    return "";
  }

  private static String color(Finding finding) {
    switch (finding.certainty()) {
      case CERTAIN:
        return "\"#c22f2f\"";
      case LIKELY:
        return "\"#a76100\"";
      default:
        return "\"#59708c\"";
    }
  }

  /** A quoted string in DOT; the backslash is doubled, since it starts an escape in labels. */
  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
