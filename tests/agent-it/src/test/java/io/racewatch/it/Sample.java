package io.racewatch.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A sample program and what its source says about it.
 *
 * @param name its class
 * @param jdk the first JDK that can run it
 * @param hangs whether it ends only by {@code halt-on-deadlock}
 * @param expected a line for each finding: rule and members
 * @param racy the lines that race
 * @param wants the lines that ask for the second lock
 */
record Sample(
    String name,
    int jdk,
    boolean hangs,
    Set<String> expected,
    Set<Integer> racy,
    Set<Integer> wants) {
  private static final Pattern VERDICT =
      Pattern.compile(
          "// (race|api-race|unguarded|lock-cycle|deadlock|blocked|clean|hangs|jdk)(?:: (.+))?");
  private static final String INIT = "initialisation of ";
  private static final int OLDEST_JDK = 17;

  /** All samples, by name. */
  static List<Sample> all() {
    Path root = Places.SAMPLES.resolve("src/main/java");
    try (Stream<Path> files = Files.walk(root.resolve("com/example"))) {
      return files
          .filter(p -> p.toString().endsWith(".java"))
          .filter(p -> !p.endsWith("package-info.java"))
          .filter(p -> !p.getParent().endsWith("support"))
          .sorted()
          .map(p -> read(root, p))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Sample read(Path root, Path file) {
    String path = root.relativize(file).toString();
    String name = path.substring(0, path.length() - ".java".length()).replace('/', '.');
    List<String> lines = lines(file);
    Set<String> expected = new TreeSet<>();
    int jdk = OLDEST_JDK;
    boolean hangs = false;
    int verdicts = 0;
    for (String line : lines) {
      Matcher verdict = VERDICT.matcher(line);
      if (!verdict.matches()) {
        continue;
      }
      switch (verdict.group(1)) {
        case "jdk" -> jdk = Integer.parseInt(verdict.group(2));
        case "hangs" -> hangs = true;
        case "clean" -> verdicts++;
        default -> {
          verdicts++;
          expected.add(finding(name, verdict.group(1), verdict.group(2)));
        }
      }
    }
    if (verdicts == 0 || verdicts != Math.max(1, expected.size())) {
      throw new IllegalStateException(file + ": no verdict, or one twice");
    }
    return new Sample(
        name, jdk, hangs, expected, marked(lines, "// racy"), marked(lines, "// wants"));
  }

  private static String finding(String name, String verdict, String members) {
    return switch (verdict) {
      case "race" -> line("data-race", qualified(name, members));
      case "api-race" -> line("api-race", List.of(members));
      case "unguarded" -> line("unguarded-write", qualified(name, members));
      case "blocked" -> line("blocked-under-lock", qualified(name, members));
      case "lock-cycle" -> line("lock-order-cycle", qualified(name, members));
      default -> line("deadlock", qualified(name, members));
    };
  }

  /** How a finding is compared: the locks of a cycle each once, whatever lock comes first. */
  static String line(String rule, List<String> members) {
    boolean cycle = !rule.endsWith("race") && !rule.equals("unguarded-write");
    return rule + " " + (cycle ? new TreeSet<>(members) : members);
  }

  private static List<String> qualified(String name, String members) {
    return Arrays.stream(members.split(", ")).map(m -> qualify(name, m)).toList();
  }

  private static String qualify(String name, String member) {
    if (member.startsWith(INIT)) {
      return INIT + name + member.substring(INIT.length());
    }
    if (member.matches("(int|byte|char|long)\\[]")
        || member.contains(" ")
        || member.startsWith("java.")) {
      return member;
    }
    if (member.startsWith("$")) {
      return name + member; // an object that is a lock itself is called by its class
    }
    return member.contains(".") ? name + "$" + member : name + "." + member;
  }

  private static Set<Integer> marked(List<String> lines, String mark) {
    return IntStream.range(0, lines.size())
        .filter(i -> lines.get(i).endsWith(mark))
        .mapToObj(i -> i + 1)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the class is this program's own, not the helpers of all samples. */
  boolean owns(String type) {
    return type.equals(name) || type.startsWith(name + "$");
  }

  @Override
  public String toString() {
    return name.substring("com.example.".length());
  }
}
