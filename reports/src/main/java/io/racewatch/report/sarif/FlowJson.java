package io.racewatch.report.sarif;

import io.racewatch.model.Access;
import io.racewatch.model.CycleEdge;
import io.racewatch.model.Finding;
import io.racewatch.model.Frame;
import io.racewatch.model.LockRef;
import io.racewatch.model.ThreadRef;
import io.racewatch.report.common.Json;
import io.racewatch.report.common.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The sides of a finding as one SARIF code flow: a thread flow for each thread, from the outermost
 * frame inwards, the access or the acquire last.
 */
final class FlowJson {
  /** GitHub keeps 1,000 locations of a result; two sides of these stay well below. */
  private static final int FRAMES = 100;

  /** A place in a flow. */
  private record Step(Frame frame, int depth, String text, List<LockRef> locks) {}

  /** What one thread did. */
  private record Flow(String id, List<Step> steps) {}

  private final Json json;
  private final LocationJson locations;

  FlowJson(Json json, LocationJson locations) {
    this.json = json;
    this.locations = locations;
  }

  /** The list of code flows: one, or none where no side has a stack. */
  void write(Finding finding) throws IOException {
    List<Flow> flows = flows(finding);
    // The standard wants at least one thread flow in a code flow, and a location in each.
    flows.removeIf(flow -> flow.steps().isEmpty());
    json.list(
        "codeFlows",
        flows.isEmpty() ? List.of() : List.of(flows),
        sides -> json.list("threadFlows", sides, this::flow));
  }

  private static List<Flow> flows(Finding finding) {
    List<Flow> flows = new ArrayList<>();
    for (Access access : finding.accesses()) {
      String text = Words.operation(access) + " of " + Words.name(access.member());
      List<Step> steps = steps(access.stack(), text, access.locksHeld());
      flows.add(new Flow(id(access.thread(), flows.size()), steps));
    }
    for (CycleEdge edge : finding.cycle()) {
      List<Step> steps =
          new ArrayList<>(steps(edge.holdsAt(), "takes " + Words.lock(edge.holds()), null));
      List<LockRef> held = edge.holds() == null ? List.of() : List.of(edge.holds());
      steps.addAll(steps(edge.wantsAt(), "asks for " + Words.lock(edge.wants()), held));
      flows.add(new Flow(id(edge.thread(), flows.size()), steps));
    }
    return flows;
  }

  private static String id(ThreadRef thread, int index) {
    return "side " + (index + 1) + (thread == null ? "" : ": " + Words.thread(thread));
  }

  private static List<Step> steps(List<Frame> stack, String text, List<LockRef> locks) {
    List<Frame> inner = new ArrayList<>(stack.subList(0, Math.min(FRAMES, stack.size())));
    Collections.reverse(inner);
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < inner.size(); i++) {
      boolean last = i == inner.size() - 1;
      steps.add(new Step(inner.get(i), i, last ? text : "", last ? locks : null));
    }
    return steps;
  }

  private void flow(Flow flow) throws IOException {
    json.string("id", flow.id());
    json.list("locations", flow.steps(), this::step);
  }

  private void step(Step step) throws IOException {
    json.object("location", () -> locations.write(step.frame(), step.text()));
    json.number("nestingLevel", step.depth());
    if (step.locks() != null) {
      json.object("state", () -> json.object("locks held", () -> locks(step.locks())));
    }
  }

  private void locks(List<LockRef> locks) throws IOException {
    List<String> names = locks.stream().map(Words::lock).toList();
    json.string("text", names.isEmpty() ? "none" : String.join(", ", names));
  }
}
