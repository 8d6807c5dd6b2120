package io.racewatch.engine.cache;

import io.racewatch.code.StaticResult;
import io.racewatch.code.finding.PossibleOrder;
import io.racewatch.code.input.Broken;
import io.racewatch.model.Access;
import io.racewatch.model.Certainty;
import io.racewatch.model.CycleEdge;
import io.racewatch.model.Evidence;
import io.racewatch.model.Explanation;
import io.racewatch.model.Finding;
import io.racewatch.model.Frame;
import io.racewatch.model.LockRef;
import io.racewatch.model.Operation;
import io.racewatch.model.Rule;
import io.racewatch.model.Scope;
import io.racewatch.model.Status;
import io.racewatch.model.ThreadRef;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads what {@link ResultWriter} wrote. */
final class ResultReader {
  private interface One<T> {
    T read() throws IOException;
  }

  private final List<String> texts = new ArrayList<>();
  private final DataInputStream in;

  ResultReader(DataInputStream in) {
    this.in = in;
  }

  StaticResult read() throws IOException {
    int classes = in.readInt();
    List<Finding> findings = all(this::finding);
    List<PossibleOrder> orders = all(this::order);
    List<String> own = all(this::text);
    List<String> unreadable = all(this::text);
    List<Broken> broken = all(() -> new Broken(text(), text()));
    List<String> notes = all(this::text);
    return new StaticResult(
        findings, orders, classes, new LinkedHashSet<>(own), unreadable, broken, notes);
  }

  private PossibleOrder order() throws IOException {
    CycleEdge edge = edge();
    List<String> gates = all(this::text);
    boolean clear = in.readBoolean();
    return new PossibleOrder(edge, Set.copyOf(gates), clear, in.readBoolean());
  }

  private Finding finding() throws IOException {
    String fingerprint = text();
    Rule rule = Rule.of(text());
    Certainty certainty = Certainty.of(text());
    Scope scope = Scope.of(text());
    String title = text();
    long count = in.readLong();
    return new Finding(
        fingerprint,
        rule,
        certainty,
        Evidence.STATIC,
        scope,
        Status.NEW,
        null,
        title,
        all(this::text),
        count,
        all(this::access),
        all(this::edge),
        optional(this::explanation),
        List.of());
  }

  private Access access() throws IOException {
    return new Access(
        text(),
        Operation.of(text()),
        text(),
        text(),
        optional(this::thread),
        all(this::frame),
        all(this::lock));
  }

  private CycleEdge edge() throws IOException {
    ThreadRef thread = optional(this::thread);
    LockRef holds = optional(this::lock);
    List<Frame> holdsAt = all(this::frame);
    LockRef wants = optional(this::lock);
    return new CycleEdge(thread, holds, holdsAt, wants, all(this::frame));
  }

  private Explanation explanation() throws IOException {
    return new Explanation(text(), text(), optional(this::lastCommon), optional(this::guard));
  }

  private Explanation.LastCommon lastCommon() throws IOException {
    return new Explanation.LastCommon(text(), text(), all(this::frame), all(this::frame));
  }

  private Explanation.Guard guard() throws IOException {
    return new Explanation.Guard(text(), in.readLong(), in.readLong());
  }

  private ThreadRef thread() throws IOException {
    return new ThreadRef(
        text(), in.readLong(), in.readBoolean(), all(this::frame), all(this::frame));
  }

  private LockRef lock() throws IOException {
    return new LockRef(text(), text(), text(), text(), optional(this::frame));
  }

  private Frame frame() throws IOException {
    return new Frame(text(), text(), text(), in.readInt());
  }

  private <T> T optional(One<T> one) throws IOException {
    return in.readBoolean() ? one.read() : null;
  }

  private <T> List<T> all(One<T> one) throws IOException {
    int size = in.readInt();
    List<T> values = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      values.add(one.read());
    }
    return values;
  }

  private String text() throws IOException {
    int number = in.readInt();
    if (number == texts.size()) {
      byte[] bytes = in.readNBytes(in.readInt());
      texts.add(new String(bytes, StandardCharsets.UTF_8));
    }
    return texts.get(number);
  }
}
