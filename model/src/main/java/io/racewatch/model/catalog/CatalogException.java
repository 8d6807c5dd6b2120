package io.racewatch.model.catalog;

/** A row that cannot be read; the message begins with the file's name and the line. */
public final class CatalogException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final int line;

  CatalogException(String file, int line, String reason, Throwable cause) {
    super(file + ":" + line + ": " + reason, cause);
    this.line = line;
  }

  /** Line number from 1. */
  public int line() {
    return line;
  }
}
