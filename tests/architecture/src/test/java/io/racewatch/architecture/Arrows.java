package io.racewatch.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The parts by the last word of their package, and what each may use. */
final class Arrows {
  private static final String ASM = "org.objectweb.asm..";
  private static final String JACKSON = "com.fasterxml.jackson.core..";

  private static final Map<String, List<String>> PARTS = parts();
  private static final Map<String, List<String>> LIBRARIES =
      Map.of(
          "bytecode", List.of(ASM),
          "instrument",
              List.of("org.objectweb.asm", "org.objectweb.asm.commons", "net.bytebuddy.."),
          "graph", List.of("org.jgrapht.."),
          "code", List.of(ASM),
          "engine", List.of(JACKSON),
          "report", List.of(JACKSON, "gg.jte.."),
          "cli", List.of(JACKSON, "picocli.."));

  private Arrows() {}

  private static Map<String, List<String>> parts() {
    Map<String, List<String>> parts = new LinkedHashMap<>();
    parts.put("launcher", List.of());
    parts.put("bootstrap", List.of());
    parts.put("format", List.of());
    parts.put("runtime", List.of("format"));
    parts.put("model", List.of());
    parts.put("bytecode", List.of("model"));
    parts.put("instrument", List.of("runtime", "model", "bytecode"));
    parts.put("graph", List.of("model"));
    parts.put("trace", List.of("model"));
    parts.put("code", List.of("model", "bytecode"));
    parts.put("engine", List.of("model", "format", "graph", "code", "trace"));
    parts.put("report", List.of("model"));
    parts.put("finish", List.of("engine", "report", "model"));
    parts.put("cli", List.of("engine", "report", "model"));
    return parts;
  }

  static Stream<String> names() {
    return PARTS.keySet().stream();
  }

  static boolean has(String from, String to) {
    return from.equals(to) || PARTS.get(from).contains(to);
  }

  static boolean allows(String part, String library) {
    return LIBRARIES.getOrDefault(part, List.of()).stream()
        .anyMatch(each -> library.startsWith(each.replace("..", "")));
  }

  /** The part uses the JDK, itself, and what it has an arrow to. */
  static ArchRule rule(String part) {
    List<String> own = new ArrayList<>(List.of("io.racewatch." + part + ".."));
    PARTS.get(part).forEach(each -> own.add("io.racewatch." + each + ".."));
    own.addAll(LIBRARIES.getOrDefault(part, List.of()));
    own.addAll(List.of("java..", "javax..", "jdk..", "com.sun..", ""));
    return classes()
        .that(resideInAnyPackage("io.racewatch." + part + ".."))
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(own.toArray(new String[0])))
        .allowEmptyShould(true);
  }

  /** Every class of ours is in some part. */
  static ArchRule noneBeside() {
    String[] known = names().map(part -> "io.racewatch." + part + "..").toArray(String[]::new);
    return classes()
        .that(resideOutsideOfPackages(known))
        .should()
        .haveFullyQualifiedName("a part that Arrows lists")
        .allowEmptyShould(true);
  }
}
