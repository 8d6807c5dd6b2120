package io.racewatch.code.pattern;

import io.racewatch.bytecode.TypeIndex;
import io.racewatch.code.flow.ClassView;
import io.racewatch.code.flow.LockOps;
import io.racewatch.code.input.ClassFile;
import io.racewatch.model.Finding;
import io.racewatch.model.catalog.Catalog;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.objectweb.asm.tree.ClassNode;

/** Shows classes to every pattern rule. Safe for several threads at once. */
public final class PatternPass {
  private final ConcurrentLinkedQueue<Finding> findings = new ConcurrentLinkedQueue<>();
  private final TypeIndex types;
  private final LockOps lockOps;
  private final Set<String> extended;

  /**
   * Makes it.
   *
   * @param types every class of the program
   * @param catalog what methods do to locks
   * @param extended internal names of classes that are known to have subclasses; not changed later
   */
  public PatternPass(TypeIndex types, Catalog catalog, Set<String> extended) {
    this.types = types;
    this.lockOps = new LockOps(types, catalog);
    this.extended = extended;
  }

  /** Looks at one class. */
  public void see(ClassFile file, ClassNode tree) {
    ClassView view = new ClassView(file, tree, types, lockOps, extended);
    Sink sink = new Sink(findings);
    for (PatternRule rule : Patterns.ALL) {
      rule.check(view, sink);
    }
  }

  /** What was found so far, in no order. */
  public List<Finding> findings() {
    return List.copyOf(findings);
  }
}
