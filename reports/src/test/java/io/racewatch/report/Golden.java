package io.racewatch.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.model.Report;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares a rendering with the file of the expected one. After a wanted change, run the tests with
 * {@code -Dgolden.update=true} and read the difference before committing it.
 */
public final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/io/racewatch/report");

  private Golden() {}

  /** The rendering as text; fails if it is not UTF-8. */
  public static String render(ReportFormat format, Report report) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      format.write(report, out);
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(out.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw new AssertionError("not UTF-8", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asserts that the rendering is exactly what the file holds. */
  public static void check(String file, String actual) {
    Path golden = FOLDER.resolve(file);
    try {
      if (Boolean.getBoolean("golden.update")) {
        Files.writeString(golden, actual);
      }
      assertThat(actual).isEqualTo(Files.readString(golden));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
