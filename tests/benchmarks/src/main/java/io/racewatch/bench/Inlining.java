package io.racewatch.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts the hot methods that the JIT inlines into their callers plainly and no longer does when
 * they are watched, because weaving made them too big; and those that it no longer compiles.
 *
 * <p>Arguments: the agent's jar, then class path, main class and arguments of a program. HotSpot
 * tells by {@code -XX:+PrintInlining} and {@code -XX:+PrintCompilation}, here of C2 alone.
 */
public final class Inlining {
  private static final int SHOWN = 25;

  /** From here on HotSpot compiles no method. */
  private static final int HUGE = 8000;

  private static final Pattern METHOD = Pattern.compile("(\\S+::\\S+) \\((\\d+) bytes\\)(.*)");
  private static final int MESSAGE = 3;

  /** What C2 says of methods that it did not take for their size or that of the caller. */
  private static final List<String> TOO_BIG =
      List.of("too big", "already compiled into a big method", "NodeCountInliningCutoff", "size >");

  private final Map<String, Integer> sizes = new HashMap<>();
  private final Set<String> inlined = new HashSet<>();
  private final Set<String> refused = new HashSet<>();

  private Inlining() {}

  /** Prints what was counted. */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("racewatch-inlining");
    List<String> program = List.of(args).subList(1, args.length);
    Inlining plain = run(List.of(), program, folder.resolve("plain.txt"));
    String agent = "-javaagent:" + args[0] + "=formats=json,output=" + folder.resolve("report");
    Inlining watched = run(List.of(agent), program, folder.resolve("watched.txt"));
    Set<String> lost = new TreeSet<>(plain.inlined);
    lost.retainAll(watched.refused);
    lost.removeAll(watched.inlined);
    Set<String> huge = new TreeSet<>(watched.sizes.keySet());
    huge.removeIf(
        name -> watched.sizes.get(name) < HUGE || plain.sizes.getOrDefault(name, HUGE) >= HUGE);
    System.out.println("inlined somewhere, plain: " + plain.inlined.size());
    System.out.println("inlined somewhere, watched: " + watched.inlined.size());
    System.out.println("refused for size, plain: " + plain.refused.size());
    System.out.println("refused for size, watched: " + watched.refused.size());
    System.out.println("inlined plainly, watched nowhere for size: " + lost.size());
    lost.stream()
        .limit(SHOWN)
        .forEach(
            name ->
                System.out.println(
                    "  " + name + " " + plain.sizes.get(name) + " -> " + watched.sizes.get(name)));
    System.out.println("too long to be compiled only when watched: " + huge.size());
    huge.forEach(name -> System.out.println("  " + name));
    System.out.println("logs: " + folder);
  }

  private static Inlining run(List<String> agent, List<String> program, Path log) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    command.addAll(agent);
    command.addAll(List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:+PrintInlining"));
    command.addAll(List.of("-XX:+PrintCompilation", "-XX:-TieredCompilation"));
    command.addAll(program);
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(log.toFile())
            .redirectError(log.resolveSibling(log.getFileName() + ".err").toFile())
            .start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("the program failed, see " + log);
    }
    Inlining run = new Inlining();
    Files.readAllLines(log).forEach(run::read);
    return run;
  }

  /** {@code @ 12 com.example.Type::method (34 bytes) message}, or a compilation without message. */
  private void read(String line) {
    Matcher matcher = METHOD.matcher(line);
    if (!matcher.find() || matcher.group(1).startsWith("io.racewatch.")) {
      return;
    }
    String name = matcher.group(1);
    String message = matcher.group(MESSAGE);
    sizes.merge(name, Integer.parseInt(matcher.group(2)), Math::max);
    if (message.contains("inline (hot)")) {
      inlined.add(name);
    } else if (TOO_BIG.stream().anyMatch(message::contains)) {
      refused.add(name);
    }
  }
}
