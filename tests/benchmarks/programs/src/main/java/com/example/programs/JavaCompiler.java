package com.example.programs;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;

/**
 * The compiler of Eclipse: two threads compile classes of generated text. It keeps nothing, so it
 * says nothing of memory.
 */
public final class JavaCompiler {
  private static final int CLASSES = 60;
  private static final int METHODS = 40;
  private static final String METHOD =
      """
        public <T extends Comparable<T>> int method%1$d(List<T> all, Map<String, int[]> table) {
          int sum = seed * %1$d;
          for (T each : all) {
            for (T other : all) {
              sum += each.compareTo(other) > 0 ? other.hashCode() : each.toString().length();
            }
          }
          Function<Integer, Integer> twice = x -> x * 2 + sum(x, %1$d);
          switch (sum %% 4) {
            case 0 -> sum = twice.apply(sum);
            case 1 -> table.computeIfAbsent("k" + sum, k -> new int[] {%1$d})[0]++;
            default -> {
              try {
                sum += Integer.parseInt(all.isEmpty() ? "1" : all.get(0).toString());
              } catch (NumberFormatException e) {
                sum -= e.getMessage() == null ? 1 : 2;
              }
            }
          }
          return other == null ? sum : other.method%2$d(all, table);
        }
      """;

  private JavaCompiler() {}

  /** The argument is how often each thread compiles sixty classes. */
  public static void main(String[] args) throws Exception {
    int rounds = Integer.parseInt(args[0]);
    Path root = Files.createTempDirectory("compiler");
    try {
      System.out.println(
          "bytes " + Crew.work(number -> compile(root.resolve("" + number), rounds)));
      Crew.end(root);
    } finally {
      delete(root);
    }
  }

  private static long compile(Path folder, int rounds) throws IOException {
    Path sources = Files.createDirectories(folder.resolve("app"));
    for (int i = 0; i < CLASSES; i++) {
      Files.writeString(sources.resolve("Type" + i + ".java"), source(i));
    }
    Path out = folder.resolve("classes");
    String line = "-17 -nowarn -proc:none -d " + out + " " + sources;
    long bytes = 0;
    for (int i = 0; i < rounds; i++) {
      StringWriter errors = new StringWriter();
      PrintWriter writer = new PrintWriter(errors);
      if (!BatchCompiler.compile(line, writer, writer, null)) {
        throw new IllegalStateException(errors.toString());
      }
      bytes += size(out);
    }
    return bytes;
  }

  private static String source(int number) {
    StringBuilder text = new StringBuilder("package app;\n");
    text.append("import java.util.*;\nimport java.util.function.Function;\n");
    text.append("public class Type").append(number).append(" {\n  private int seed;\n");
    text.append("  private Type").append((number + 1) % CLASSES).append(" other;\n");
    text.append("  private int sum(int a, int b) { return a + b + seed; }\n");
    for (int i = 0; i < METHODS; i++) {
      text.append(METHOD.formatted(i, (i + 1) % METHODS));
    }
    return text.append("}\n").toString();
  }

  private static long size(Path folder) throws IOException {
    long size = 0;
    for (Path file : all(folder)) {
      size += Files.isRegularFile(file) ? Files.size(file) : 0;
    }
    return size;
  }

  private static void delete(Path folder) throws IOException {
    List<Path> files = all(folder);
    for (int i = files.size() - 1; i >= 0; i--) {
      Files.delete(files.get(i));
    }
  }

  private static List<Path> all(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.toList();
    }
  }
}
