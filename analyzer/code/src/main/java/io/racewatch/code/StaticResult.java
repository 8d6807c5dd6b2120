package io.racewatch.code;

import io.racewatch.code.finding.PossibleOrder;
import io.racewatch.code.input.Broken;
import io.racewatch.model.Finding;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the bytecode says.
 *
 * @param findings each once, in a stable order; their scope is not decided yet
 * @param orders in which locks can be taken, each pair of names once
 * @param classes how many class files were looked at
 * @param own binary names of the classes that are the user's own
 * @param unreadable a line for each path that is missing or is nothing that can be read
 * @param broken what could not be read or understood inside of paths that could
 * @param notes lines that a reader of the report must know
 */
public record StaticResult(
    List<Finding> findings,
    List<PossibleOrder> orders,
    int classes,
    Set<String> own,
    List<String> unreadable,
    List<Broken> broken,
    List<String> notes) {
  /** Copies the collections. */
  public StaticResult {
    findings = List.copyOf(findings);
    orders = List.copyOf(orders);
    own = Set.copyOf(own);
    unreadable = List.copyOf(unreadable);
    broken = List.copyOf(broken);
    notes = List.copyOf(notes);
  }

  /** The same with those findings alone that a test lets pass. */
  public StaticResult only(Predicate<Finding> wanted) {
    List<Finding> some = findings.stream().filter(wanted).toList();
    return new StaticResult(some, orders, classes, own, unreadable, broken, notes);
  }
}
