package io.racewatch.engine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.racewatch.model.Finding;
import io.racewatch.model.Status;
import io.racewatch.model.suppress.Baseline;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The baseline as a file: JSON, sorted by rule, title and fingerprint, one finding a line, so that
 * a change of it is readable in a review.
 */
public final class BaselineFile {
  /** Its usual name. */
  public static final String NAME = "racewatch-baseline.json";

  private static final String SCHEMA = "racewatch-baseline/1";
  private static final JsonFactory JSON = new JsonFactory();

  private BaselineFile() {}

  /**
   * Reads a baseline.
   *
   * @throws IOException if it cannot be read or is not one
   */
  public static Baseline read(Path file) throws IOException {
    Set<String> fingerprints = new HashSet<>();
    boolean known = false;
    try (JsonParser in = JSON.createParser(Files.readString(file))) {
      for (JsonToken t = in.nextToken(); t != null; t = in.nextToken()) {
        if (t == JsonToken.VALUE_STRING && "schema".equals(in.currentName())) {
          known |= in.getText().equals(SCHEMA);
        } else if (t == JsonToken.VALUE_STRING && "fingerprint".equals(in.currentName())) {
          fingerprints.add(in.getText());
        }
      }
    } catch (JsonProcessingException e) {
      throw new IOException("no JSON: " + e.getOriginalMessage(), e);
    }
    if (!known) {
      throw new IOException("no baseline: its schema is not " + SCHEMA);
    }
    return new Baseline(fingerprints);
  }

  /**
   * Writes all findings that are not suppressed.
   *
   * @throws IOException if it cannot be written; the old file is whole then
   */
  public static void write(Path file, List<Finding> findings) throws IOException {
    List<String> lines = new ArrayList<>();
    List<Finding> sorted =
        findings.stream()
            .filter(f -> f.status() != Status.SUPPRESSED)
            .sorted(
                Comparator.comparing(Finding::rule)
                    .thenComparing(Finding::title)
                    .thenComparing(Finding::fingerprint))
            .toList();
    for (Finding finding : sorted) {
      lines.add("    " + line(finding));
    }
    String text =
        "{\n  \"schema\": \""
            + SCHEMA
            + "\",\n  \"findings\": ["
            + (lines.isEmpty() ? "" : "\n" + String.join(",\n", lines) + "\n  ")
            + "]\n}\n";
    Path aside = file.resolveSibling(file.getFileName() + ".tmp");
    Files.write(aside, text.getBytes(StandardCharsets.UTF_8));
    Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String line(Finding finding) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      out.writeStartObject();
      out.writeStringField("fingerprint", finding.fingerprint());
      out.writeStringField("rule", finding.rule().id());
      out.writeStringField("title", finding.title());
      out.writeEndObject();
    }
    return text.toString();
  }
}
