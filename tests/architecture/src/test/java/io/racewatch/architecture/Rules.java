package io.racewatch.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** The rules that are not an arrow between two parts. */
final class Rules {
  private static final String REPORT = "io.racewatch.report";
  private static final Set<String> JAVA_BASE = Object.class.getModule().getPackages();

  /** The bootstrap loader sees no other module for sure, and a program may run without them. */
  static final ArchRule JAVA_BASE_ONLY =
      classes()
          .that()
          .resideInAnyPackage(
              "io.racewatch.runtime..", "io.racewatch.format..", "io.racewatch.model..")
          .should()
          .onlyDependOnClassesThat(
              DescribedPredicate.describe("are in java.base or ours", Rules::isBaseOrOurs));

  /**
   * Hooks must not call what they observe, and what they use must cost no start-up. A stack walker
   * hands its frames out as a stream; one class takes it, and one only names what others name.
   */
  static final ArchRule NOTHING_OBSERVED_IN_HOOKS =
      noClasses()
          .that()
          .resideInAPackage("io.racewatch.runtime..")
          .and()
          .haveNameNotMatching("io\\.racewatch\\.runtime\\.(Callers|Backing|NamedClasses)(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.util.stream..", "java.util.logging..")
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(ThreadLocal.class);

  /** It warns on stderr from JDK 24 on. */
  static final ArchRule NO_SUN_UNSAFE =
      noClasses().should().dependOnClassesThat().haveFullyQualifiedName("sun.misc.Unsafe");

  /** Stdout is the program's. */
  static final ArchRule STDOUT_IS_THE_PROGRAMS =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.racewatch.launcher..",
              "io.racewatch.bootstrap..",
              "io.racewatch.runtime..",
              "io.racewatch.instrument..",
              "io.racewatch.finish..")
          .should()
          .accessField(System.class, "out");

  /** A report format knows no other format, only what is common to all. */
  static final ArchRule FORMATS_APART =
      slices()
          .matching(REPORT + ".(*)..")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(alwaysTrue(), resideInAPackage(REPORT + ".common.."));

  static final ArchRule NO_CYCLES =
      slices().matching("io.racewatch.(**)").should().beFreeOfCycles();

  private Rules() {}

  private static boolean isBaseOrOurs(JavaClass type) {
    JavaClass element = type.getBaseComponentType();
    String name = element.getPackageName();
    return element.isPrimitive() || name.startsWith("io.racewatch") || JAVA_BASE.contains(name);
  }
}
