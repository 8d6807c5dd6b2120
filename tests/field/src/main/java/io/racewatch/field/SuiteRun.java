package io.racewatch.field;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * One run of the tests of one library.
 *
 * @param folder what it wrote
 * @param results how each test ended; several of one name are joined
 * @param seconds how long it took
 * @param ended whether it came to its end
 */
record SuiteRun(Path folder, Map<String, String> results, long seconds, boolean ended) {
  static final Path ROOT = Path.of("tests/field/suites");
  static final String SELECTION = "selection.txt";

  private static final String JVM = "jvm ";
  private static final String CLASS_END = ": ";
  private static final long MINUTES = 30;

  /**
   * Runs it.
   *
   * @param agent options of the JVM
   * @param classes the only ones to run; all that the suite selects if empty
   * @param folder not there yet
   */
  static SuiteRun of(Path java, String suite, List<String> agent, List<String> classes, Path folder)
      throws IOException, InterruptedException {
    Path home = ROOT.resolve(suite).toAbsolutePath();
    List<String> lines =
        Files.readAllLines(home.resolve(SELECTION)).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();
    List<String> command = new ArrayList<>(List.of(java.toString(), "-Xmx1g"));
    command.addAll(agent);
    lines.stream().filter(l -> l.startsWith(JVM)).map(l -> l.substring(4)).forEach(command::add);
    command.addAll(List.of("-cp", home.resolve("target/lib") + "/*"));
    command.addAll(List.of("org.junit.platform.console.ConsoleLauncher", "execute"));
    command.addAll(List.of("--disable-banner", "--disable-ansi-colors", "--details=testfeed"));
    command.addAll(List.of("--reports-dir", folder.toString()));
    lines.stream()
        .filter(line -> !line.startsWith(JVM))
        .filter(line -> classes.isEmpty() || !line.startsWith("--select"))
        .forEach(command::add);
    classes.forEach(type -> command.add("--select-class=" + type));
    Files.createDirectories(folder);
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(folder.resolve("out.txt").toFile())
            .redirectError(folder.resolve("err.txt").toFile())
            .start();
    boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
    process.destroyForcibly();
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
    return new SuiteRun(folder, results(folder), seconds, ended);
  }

  private static Map<String, String> results(Path folder) throws IOException {
    Map<String, String> results = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".xml")).sorted().toList()) {
        read(file, results);
      }
    }
    return results;
  }

  private static void read(Path file, Map<String, String> results) throws IOException {
    try {
      NodeList cases =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(file.toFile())
              .getElementsByTagName("testcase");
      for (int i = 0; i < cases.getLength(); i++) {
        Element test = (Element) cases.item(i);
        String name = test.getAttribute("classname") + CLASS_END + test.getAttribute("name");
        results.merge(name, outcome(test), (one, more) -> one + " " + more);
      }
    } catch (javax.xml.parsers.ParserConfigurationException | org.xml.sax.SAXException e) {
      throw new IOException(file.toString(), e);
    }
  }

  private static String outcome(Element test) {
    for (Node n = test.getFirstChild(); n != null; n = n.getNextSibling()) {
      String name = n.getNodeName();
      if (name.equals("failure") || name.equals("error")) {
        return "failed";
      }
      if (name.equals("skipped")) {
        return "skipped";
      }
    }
    return "passed";
  }

  /** The class of a test of that name. */
  static String classOf(String test) {
    return test.substring(0, test.indexOf(CLASS_END));
  }

  int count() {
    return results.values().stream().mapToInt(r -> r.split(" ").length).sum();
  }

  String summary() {
    String counts =
        results.values().stream()
            .flatMap(r -> Stream.of(r.split(" ")))
            .collect(Collectors.groupingBy(r -> r, TreeMap::new, Collectors.counting()))
            .toString();
    return "%d tests %s in %d s%s".formatted(count(), counts, seconds, ended ? "" : ", NO END");
  }

  /** Tests that ended otherwise than here. */
  Map<String, String> differences(SuiteRun watched) {
    Map<String, String> all = new TreeMap<>();
    results.forEach(
        (test, result) -> {
          String there = watched.results.getOrDefault(test, "not run");
          if (!there.equals(result)) {
            all.put(test, result + " plainly, " + there + " watched");
          }
        });
    watched.results.keySet().stream()
        .filter(test -> !results.containsKey(test))
        .forEach(test -> all.put(test, "only run when watched"));
    return all;
  }

  /** Lines of stderr with such text. */
  List<String> lines(String text) throws IOException {
    String all = Files.readString(folder.resolve("err.txt"), StandardCharsets.ISO_8859_1);
    return all.lines().filter(line -> line.contains(text)).toList();
  }
}
