package io.racewatch.report.common;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;

/**
 * Indented JSON in which chosen objects stand on one line: with a stack frame a line there are a
 * fifth of the lines, and stacks can be read and compared. Line ends are line feeds on every
 * system.
 */
final class FlatObjects extends DefaultPrettyPrinter {
  private static final long serialVersionUID = 1L;

  private boolean flat;

  FlatObjects() {
    super(
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withArrayEmptySeparator("")
            .withObjectEmptySeparator(""));
    indentArraysWith(new DefaultIndenter("  ", "\n"));
    indentObjectsWith(new DefaultIndenter("  ", "\n"));
  }

  /** Runs something that writes one object, which then stands on one line. */
  void flat(Json.Fields object) throws IOException {
    flat = true;
    object.write();
    flat = false;
  }

  @Override
  public void writeStartObject(JsonGenerator generator) throws IOException {
    if (flat) {
      generator.writeRaw('{');
    } else {
      super.writeStartObject(generator);
    }
  }

  @Override
  public void beforeObjectEntries(JsonGenerator generator) throws IOException {
    if (flat) {
      generator.writeRaw(' ');
    } else {
      super.beforeObjectEntries(generator);
    }
  }

  @Override
  public void writeObjectEntrySeparator(JsonGenerator generator) throws IOException {
    if (flat) {
      generator.writeRaw(", ");
    } else {
      super.writeObjectEntrySeparator(generator);
    }
  }

  @Override
  public void writeEndObject(JsonGenerator generator, int entries) throws IOException {
    if (flat) {
      generator.writeRaw(" }");
    } else {
      super.writeEndObject(generator, entries);
    }
  }
}
