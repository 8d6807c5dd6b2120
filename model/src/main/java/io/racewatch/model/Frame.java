package io.racewatch.model;

/**
 * One stack frame.
 *
 * @param className binary name of the class, with dots
 * @param method name of the method, without its descriptor
 * @param file source file name, empty if unknown
 * @param line line in the file, counted from 1; 0 if unknown
 */
public record Frame(String className, String method, String file, int line) {
  /** The frame as IDEs make it clickable: {@code pkg.Cls.method(File.java:42)}. */
  @Override
  public String toString() {
    String place = file.isEmpty() ? "Unknown Source" : line > 0 ? file + ":" + line : file;
    return className + "." + method + "(" + place + ")";
  }
}
