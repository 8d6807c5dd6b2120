package io.racewatch.engine.cache;

import io.racewatch.code.StaticResult;
import io.racewatch.code.finding.PossibleOrder;
import io.racewatch.model.Access;
import io.racewatch.model.CycleEdge;
import io.racewatch.model.Explanation;
import io.racewatch.model.Finding;
import io.racewatch.model.Frame;
import io.racewatch.model.LockRef;
import io.racewatch.model.ThreadRef;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Writes a result as bytes; {@link ResultReader} reads it back. Each text is written once. */
final class ResultWriter {
  private interface One<T> {
    void write(T value) throws IOException;
  }

  private final Map<String, Integer> texts = new HashMap<>();
  private final DataOutputStream out;

  ResultWriter(DataOutputStream out) {
    this.out = out;
  }

  void write(StaticResult result) throws IOException {
    out.writeInt(result.classes());
    all(result.findings(), this::finding);
    all(result.orders(), this::order);
    all(result.own(), this::text);
    all(result.unreadable(), this::text);
    all(
        result.broken(),
        broken -> {
          text(broken.place());
          text(broken.reason());
        });
    all(result.notes(), this::text);
  }

  private void order(PossibleOrder order) throws IOException {
    edge(order.edge());
    all(order.gates().stream().sorted().toList(), this::text);
    out.writeBoolean(order.clear());
    out.writeBoolean(order.main());
  }

  private void finding(Finding f) throws IOException {
    text(f.fingerprint());
    text(f.rule().id());
    text(f.certainty().id());
    text(f.scope().id());
    text(f.title());
    out.writeLong(f.count());
    all(f.members(), this::text);
    all(f.accesses(), this::access);
    all(f.cycle(), this::edge);
    optional(f.explanation(), this::explanation);
  }

  private void access(Access a) throws IOException {
    text(a.member());
    text(a.operation().id());
    text(a.mode());
    text(a.object());
    optional(a.thread(), this::thread);
    all(a.stack(), this::frame);
    all(a.locksHeld(), this::lock);
  }

  private void edge(CycleEdge e) throws IOException {
    optional(e.thread(), this::thread);
    optional(e.holds(), this::lock);
    all(e.holdsAt(), this::frame);
    optional(e.wants(), this::lock);
    all(e.wantsAt(), this::frame);
  }

  private void explanation(Explanation e) throws IOException {
    text(e.text());
    text(e.checked());
    optional(
        e.lastCommon(),
        last -> {
          text(last.kind());
          text(last.text());
          all(last.from(), this::frame);
          all(last.to(), this::frame);
        });
    optional(
        e.guard(),
        guard -> {
          text(guard.lock());
          out.writeLong(guard.held());
          out.writeLong(guard.of());
        });
  }

  private void thread(ThreadRef t) throws IOException {
    text(t.name());
    out.writeLong(t.id());
    out.writeBoolean(t.virtual());
    all(t.started(), this::frame);
    all(t.submitted(), this::frame);
  }

  private void lock(LockRef l) throws IOException {
    text(l.lock());
    text(l.object());
    text(l.className());
    text(l.mode());
    optional(l.at(), this::frame);
  }

  private void frame(Frame f) throws IOException {
    text(f.className());
    text(f.method());
    text(f.file());
    out.writeInt(f.line());
  }

  private <T> void optional(T value, One<T> one) throws IOException {
    out.writeBoolean(value != null);
    if (value != null) {
      one.write(value);
    }
  }

  private <T> void all(Collection<T> values, One<T> one) throws IOException {
    out.writeInt(values.size());
    for (T value : values) {
      one.write(value);
    }
  }

  /** The number of a text seen before, or the next number and the text. */
  private void text(String text) throws IOException {
    Integer known = texts.putIfAbsent(text, texts.size());
    out.writeInt(known == null ? texts.size() - 1 : known);
    if (known == null) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      out.writeInt(bytes.length);
      out.write(bytes);
    }
  }
}
