package io.racewatch.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.racewatch.report.common.Safe;
import java.io.IOException;
import java.util.List;

/** A thin layer over the generator, so that the code that writes reads like the document. */
final class Json {
  /** Writes the fields of an object. */
  @FunctionalInterface
  interface Fields {
    void write() throws IOException;
  }

  /** Writes the fields of an object made from a value. */
  @FunctionalInterface
  interface FieldsOf<T> {
    void write(T value) throws IOException;
  }

  private final JsonGenerator generator;
  private final FrameLines layout;

  Json(JsonGenerator generator, FrameLines layout) {
    this.generator = generator;
    this.layout = layout;
  }

  void string(String name, String value) throws IOException {
    generator.writeStringField(name, value == null ? "" : Safe.encodable(value));
  }

  void number(String name, long value) throws IOException {
    generator.writeNumberField(name, value);
  }

  void bool(String name, boolean value) throws IOException {
    generator.writeBooleanField(name, value);
  }

  void object(Fields fields) throws IOException {
    generator.writeStartObject();
    fields.write();
    generator.writeEndObject();
  }

  void object(String name, Fields fields) throws IOException {
    generator.writeFieldName(name);
    object(fields);
  }

  /** An object, or null where there is no value. */
  <T> void object(String name, T value, FieldsOf<T> fields) throws IOException {
    if (value == null) {
      generator.writeNullField(name);
    } else {
      object(name, () -> fields.write(value));
    }
  }

  /** An object on one line, or null. */
  <T> void flat(String name, T value, FieldsOf<T> fields) throws IOException {
    generator.writeFieldName(name);
    if (value == null) {
      generator.writeNull();
    } else {
      layout.flat(() -> object(() -> fields.write(value)));
    }
  }

  <T> void list(String name, List<T> values, FieldsOf<T> fields) throws IOException {
    generator.writeArrayFieldStart(name);
    for (T value : values) {
      object(() -> fields.write(value));
    }
    generator.writeEndArray();
  }

  /** A list with each of its objects on one line. */
  <T> void flatList(String name, List<T> values, FieldsOf<T> fields) throws IOException {
    generator.writeArrayFieldStart(name);
    for (T value : values) {
      layout.flat(() -> object(() -> fields.write(value)));
    }
    generator.writeEndArray();
  }

  void strings(String name, List<String> values) throws IOException {
    generator.writeArrayFieldStart(name);
    for (String value : values) {
      generator.writeString(Safe.encodable(value));
    }
    generator.writeEndArray();
  }
}
