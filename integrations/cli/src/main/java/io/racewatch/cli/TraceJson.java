package io.racewatch.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.racewatch.engine.traces.TraceDeadlock;
import io.racewatch.engine.traces.TraceRace;
import io.racewatch.engine.traces.TraceReport;
import java.io.IOException;
import java.io.StringWriter;

/** What a trace shows as one line of JSON; keys are always there and in this order. */
final class TraceJson {
  private static final JsonFactory JSON = new JsonFactory();

  private TraceJson() {}

  static String line(String file, TraceReport report) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      out.writeStartObject();
      out.writeStringField("file", file);
      out.writeNumberField("events", report.events());
      out.writeArrayFieldStart("races");
      for (TraceRace race : report.races()) {
        race(out, race);
      }
      out.writeEndArray();
      out.writeArrayFieldStart("deadlocks");
      for (TraceDeadlock deadlock : report.deadlocks()) {
        deadlock(out, deadlock);
      }
      out.writeEndArray();
      out.writeEndObject();
    }
    return text.toString();
  }

  private static void race(JsonGenerator out, TraceRace race) throws IOException {
    out.writeStartObject();
    out.writeStringField("variable", race.variable());
    out.writeNumberField("first", race.first());
    out.writeNumberField("second", race.second());
    out.writeEndObject();
  }

  private static void deadlock(JsonGenerator out, TraceDeadlock deadlock) throws IOException {
    out.writeStartObject();
    out.writeArrayFieldStart("acquires");
    for (int line : deadlock.acquires()) {
      out.writeNumber(line);
    }
    out.writeEndArray();
    out.writeStringField("verdict", deadlock.verdict());
    out.writeStringField("reason", deadlock.reason());
    out.writeEndObject();
  }
}
