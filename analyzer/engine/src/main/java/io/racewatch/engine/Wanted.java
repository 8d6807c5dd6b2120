package io.racewatch.engine;

import io.racewatch.model.Access;
import io.racewatch.model.Finding;
import io.racewatch.model.Rule;
import io.racewatch.model.options.Option;
import io.racewatch.model.options.Options;
import io.racewatch.model.options.Patterns;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which findings of the bytecode the options of a watched run would let arise. Immutable.
 *
 * @param classes those in which accesses count
 * @param races whether rules about data are asked for
 * @param deadlocks whether rules about threads that wait are asked for
 */
public record Wanted(Patterns classes, boolean races, boolean deadlocks) {
  private static final Set<Rule> WAITS =
      EnumSet.of(
          Rule.DEADLOCK,
          Rule.LOCK_ORDER_CYCLE,
          Rule.BLOCKED_UNDER_LOCK,
          Rule.SLEEP_UNDER_LOCK,
          Rule.LOCK_LEAK,
          Rule.WAIT_NOT_IN_LOOP,
          Rule.WAIT_WITHOUT_LOCK,
          Rule.NAKED_NOTIFY);

  /** What {@code detect}, {@code mode}, {@code include} and {@code exclude} say. */
  public static Wanted of(Options options) {
    Patterns classes = new Patterns(options.list(Option.INCLUDE), options.list(Option.EXCLUDE));
    boolean locks = options.text(Option.MODE).equals("locks");
    boolean races = options.list(Option.DETECT).contains("races") && !locks;
    return new Wanted(classes, races, options.list(Option.DETECT).contains("deadlocks"));
  }

  /** Whether the finding is one; locks are looked at in all classes. */
  boolean has(Finding finding) {
    boolean asked = WAITS.contains(finding.rule()) ? deadlocks : races;
    return asked && (!finding.cycle().isEmpty() || finding.accesses().stream().allMatch(this::in));
  }

  private boolean in(Access access) {
    return access.stack().isEmpty() || classes.matches(access.stack().get(0).className());
  }
}
