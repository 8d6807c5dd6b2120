package io.racewatch.report.common;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * A thin layer over the generator, so that the code that writes JSON reads like the document.
 * Strings that are null become empty, and lone surrogates are replaced: names in class files may
 * hold them, UTF-8 may not.
 */
public final class Json {
  /** Writes fields. */
  @FunctionalInterface
  public interface Fields {
    /** Writes them. */
    void write() throws IOException;
  }

  /** Writes fields made from a value. */
  @FunctionalInterface
  public interface FieldsOf<T> {
    /** Writes them. */
    void write(T value) throws IOException;
  }

  /** Writes a document. */
  @FunctionalInterface
  public interface Document {
    /** Writes it. */
    void write(Json json) throws IOException;
  }

  private final JsonGenerator generator;
  private final FlatObjects layout;

  private Json(JsonGenerator generator, FlatObjects layout) {
    this.generator = generator;
    this.layout = layout;
  }

  /** Writes a document in UTF-8 with a line feed at its end; does not close the stream. */
  public static void write(OutputStream out, Document document) throws IOException {
    JsonFactory factory =
        JsonFactory.builder().configure(StreamWriteFeature.AUTO_CLOSE_TARGET, false).build();
    try (JsonGenerator generator = factory.createGenerator(out, JsonEncoding.UTF8)) {
      FlatObjects layout = new FlatObjects();
      generator.setPrettyPrinter(layout);
      document.write(new Json(generator, layout));
      generator.writeRaw('\n');
    }
  }

  /** A string. */
  public void string(String name, String value) throws IOException {
    generator.writeStringField(name, value == null ? "" : Safe.encodable(value));
  }

  /** A whole number. */
  public void number(String name, long value) throws IOException {
    generator.writeNumberField(name, value);
  }

  /** True or false. */
  public void bool(String name, boolean value) throws IOException {
    generator.writeBooleanField(name, value);
  }

  /** An object without a name. */
  public void object(Fields fields) throws IOException {
    generator.writeStartObject();
    fields.write();
    generator.writeEndObject();
  }

  /** An object. */
  public void object(String name, Fields fields) throws IOException {
    generator.writeFieldName(name);
    object(fields);
  }

  /** An object, or null where there is no value. */
  public <T> void object(String name, T value, FieldsOf<T> fields) throws IOException {
    if (value == null) {
      generator.writeNullField(name);
    } else {
      object(name, () -> fields.write(value));
    }
  }

  /** An object on one line, or null. */
  public <T> void flat(String name, T value, FieldsOf<T> fields) throws IOException {
    generator.writeFieldName(name);
    if (value == null) {
      generator.writeNull();
    } else {
      layout.flat(() -> object(() -> fields.write(value)));
    }
  }

  /** A list of objects, possibly empty. */
  public <T> void list(String name, List<T> values, FieldsOf<T> fields) throws IOException {
    generator.writeArrayFieldStart(name);
    for (T value : values) {
      object(() -> fields.write(value));
    }
    generator.writeEndArray();
  }

  /** A list with each of its objects on one line. */
  public <T> void flatList(String name, List<T> values, FieldsOf<T> fields) throws IOException {
    generator.writeArrayFieldStart(name);
    for (T value : values) {
      layout.flat(() -> object(() -> fields.write(value)));
    }
    generator.writeEndArray();
  }

  /** A list of strings, possibly empty. */
  public void strings(String name, List<String> values) throws IOException {
    generator.writeArrayFieldStart(name);
    for (String value : values) {
      generator.writeString(Safe.encodable(value));
    }
    generator.writeEndArray();
  }

  /** A list of objects as the whole document. */
  public <T> void list(List<T> values, FieldsOf<T> fields) throws IOException {
    generator.writeStartArray();
    for (T value : values) {
      object(() -> fields.write(value));
    }
    generator.writeEndArray();
  }
}
