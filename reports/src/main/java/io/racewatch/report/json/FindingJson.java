package io.racewatch.report.json;

import io.racewatch.model.Access;
import io.racewatch.model.CycleEdge;
import io.racewatch.model.Explanation;
import io.racewatch.model.Finding;
import io.racewatch.model.Frame;
import io.racewatch.model.LockRef;
import io.racewatch.model.ThreadRef;
import io.racewatch.report.common.Json;
import java.io.IOException;

/** One finding as JSON. */
final class FindingJson {
  private final Json json;

  FindingJson(Json json) {
    this.json = json;
  }

  void write(Finding finding) throws IOException {
    json.string("fingerprint", finding.fingerprint());
    json.string("rule", finding.rule().id());
    json.string("certainty", finding.certainty().id());
    json.string("evidence", finding.evidence().id());
    json.string("scope", finding.scope().id());
    json.string("status", finding.status().id());
    if (finding.coverage() != null) {
      json.string("coverage", finding.coverage().id());
    }
    json.string("title", finding.title());
    json.strings("members", finding.members());
    json.number("count", finding.count());
    json.list("accesses", finding.accesses(), this::access);
    json.list("cycle", finding.cycle(), this::edge);
    json.object("explanation", finding.explanation(), this::explanation);
    json.strings("tests", finding.tests());
  }

  private void access(Access access) throws IOException {
    json.string("member", access.member());
    json.string("operation", access.operation().id());
    json.string("mode", access.mode());
    json.string("object", access.object());
    json.object("thread", access.thread(), this::thread);
    json.flatList("stack", access.stack(), this::frame);
    json.list("locksHeld", access.locksHeld(), this::lock);
  }

  private void edge(CycleEdge edge) throws IOException {
    json.object("thread", edge.thread(), this::thread);
    json.object("holds", edge.holds(), this::lock);
    json.flatList("holdsAt", edge.holdsAt(), this::frame);
    json.object("wants", edge.wants(), this::lock);
    json.flatList("wantsAt", edge.wantsAt(), this::frame);
  }

  private void thread(ThreadRef thread) throws IOException {
    json.string("name", thread.name());
    json.number("id", thread.id());
    json.bool("virtual", thread.virtual());
    json.flatList("started", thread.started(), this::frame);
    json.flatList("submitted", thread.submitted(), this::frame);
  }

  private void lock(LockRef lock) throws IOException {
    json.string("lock", lock.lock());
    json.string("object", lock.object());
    json.string("class", lock.className());
    json.string("mode", lock.mode());
    json.flat("at", lock.at(), this::frame);
  }

  private void frame(Frame frame) throws IOException {
    json.string("class", frame.className());
    json.string("method", frame.method());
    json.string("file", frame.file());
    json.number("line", frame.line());
  }

  private void explanation(Explanation why) throws IOException {
    json.string("text", why.text());
    json.string("checked", why.checked());
    json.object("lastCommon", why.lastCommon(), this::lastCommon);
    json.object("guard", why.guard(), this::guard);
  }

  private void lastCommon(Explanation.LastCommon last) throws IOException {
    json.string("kind", last.kind());
    json.string("text", last.text());
    json.flatList("from", last.from(), this::frame);
    json.flatList("to", last.to(), this::frame);
  }

  private void guard(Explanation.Guard guard) throws IOException {
    json.string("lock", guard.lock());
    json.number("held", guard.held());
    json.number("of", guard.of());
  }
}
