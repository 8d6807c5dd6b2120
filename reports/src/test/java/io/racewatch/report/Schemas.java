package io.racewatch.report;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Validates JSON documents. */
public final class Schemas {
  private Schemas() {}

  /**
   * What a document does wrong; empty if nothing.
   *
   * @param schema a resource, by its absolute name
   */
  public static List<Error> errors(String schema, SpecificationVersion version, String document) {
    try (InputStream in = Schemas.class.getResourceAsStream(schema)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return SchemaRegistry.withDefaultDialect(version)
          .getSchema(text, InputFormat.JSON)
          .validate(document, InputFormat.JSON);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
