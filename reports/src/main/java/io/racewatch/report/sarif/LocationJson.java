package io.racewatch.report.sarif;

import io.racewatch.model.Frame;
import io.racewatch.report.common.Json;
import io.racewatch.report.common.Places;
import io.racewatch.report.common.Safe;
import io.racewatch.report.common.SourceLines;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/** A frame as a SARIF location. */
final class LocationJson {
  private final Json json;
  private final SourceLines sources;

  LocationJson(Json json, SourceLines sources) {
    this.json = json;
    this.sources = sources;
  }

  /** The fields of a location. GitHub demands all four numbers; bytecode has no columns. */
  void write(Frame frame, String message) throws IOException {
    int line = Places.line(frame);
    int end = Math.max(1, sources.line(frame).length() + 1);
    json.object(
        "physicalLocation",
        () -> {
          json.object("artifactLocation", () -> json.string("uri", uri(sources.path(frame))));
          json.object(
              "region",
              () -> {
                json.number("startLine", line);
                json.number("startColumn", 1);
                json.number("endLine", line);
                json.number("endColumn", end);
              });
        });
    json.list("logicalLocations", List.of(frame), this::logical);
    if (!message.isEmpty()) {
      json.object("message", () -> json.string("text", message));
    }
  }

  private void logical(Frame frame) throws IOException {
    json.string("fullyQualifiedName", Safe.name(frame.className() + "." + frame.method()));
    json.string("kind", "function");
  }

  private static String uri(String path) {
    String safe = Safe.name(path);
    // A colon before the first slash would make it a scheme.
    String relative = safe.indexOf(':') >= 0 ? "./" + safe : safe;
    try {
      return new URI(null, null, relative, null).toASCIIString();
    } catch (URISyntaxException e) {
      return "unknown";
    }
  }
}
