package io.racewatch.instrument.jdk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Class files of the running JDK. */
final class JdkBytes {
  private JdkBytes() {}

  /** Bytes of a class by its internal name; empty if this JDK has no such class. */
  static Optional<byte[]> of(String name) {
    try {
      Class<?> type = Class.forName(name.replace('/', '.'), false, null);
      try (InputStream in = type.getModule().getResourceAsStream(name + ".class")) {
        return Optional.of(in.readAllBytes());
      }
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
