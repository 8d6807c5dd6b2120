package io.racewatch.engine;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The version of racewatch, from the build. */
public final class Version {
  private static final String CURRENT = load();

  private Version() {}

  /** Such as {@code 0.1.0}. */
  public static String current() {
    return CURRENT;
  }

  private static String load() {
    Properties properties = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new IllegalStateException("the version cannot be read", e);
    }
  }
}
