package io.racewatch.report.html;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A script or a style that becomes part of the page.
 *
 * @param text what stands in the page, byte for byte
 * @param hash how the content security policy names it: {@code sha256-...}
 */
record Asset(String text, String hash) {
  static Asset load(String name) throws IOException {
    try (InputStream in = Asset.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new FileNotFoundException("missing from the jar: " + name);
      }
      byte[] bytes = in.readAllBytes();
      return new Asset(new String(bytes, StandardCharsets.UTF_8), "sha256-" + digest(bytes));
    }
  }

  private static String digest(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
