package io.racewatch.code.input;

/**
 * Something inside a path that could not be read.
 *
 * @param place where it lies
 * @param reason in words, one line
 */
public record Broken(String place, String reason) {
  @Override
  public String toString() {
    return place + ": " + reason;
  }
}
