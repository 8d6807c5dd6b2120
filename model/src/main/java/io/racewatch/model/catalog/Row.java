package io.racewatch.model.catalog;

import java.util.List;

/**
 * One effect of one method. A method may have several rows; those of one moment take effect in the
 * order of the file.
 *
 * @param owner internal name of the class; a row matches its subtypes as well
 * @param method its name; {@code *} for all, only with a place or {@link Effect#MONITOR}
 * @param descriptor its descriptor, or {@code *} for any
 * @param mode see {@link Mode}
 * @param since first JDK feature release that has it, 0 if all
 * @param until last JDK feature release that has it, 0 if all
 * @param ids rows of the happens-before table that it serves, such as {@code K01}; may be empty
 * @param guard internal name of a type: takes effect only if the receiver is one; or null
 * @param unless name of a field of the receiver: no effect if it is not null already; or null
 * @param place the instruction inside the body where it takes effect; null: the method itself
 * @param container what the subject is put into or comes out of, so that it orders nothing through
 *     another; or null
 */
public record Row(
    String owner,
    String method,
    String descriptor,
    Effect effect,
    Subject subject,
    int mode,
    When when,
    Where where,
    int since,
    int until,
    List<String> ids,
    String guard,
    String unless,
    Place place,
    Subject container) {
  private static final String SEMAPHORE = "java/util/concurrent/Semaphore";

  public Row {
    ids = List.copyOf(ids);
  }

  /** The same row for another method. */
  Row of(String itsOwner, String itsMethod) {
    return new Row(
        itsOwner,
        itsMethod,
        descriptor,
        effect,
        subject,
        mode,
        when,
        where,
        since,
        until,
        ids,
        guard,
        unless,
        place,
        container);
  }

  /** Whether the JDK of this feature release, such as 17, has the method. */
  public boolean in(int feature) {
    return since <= feature && (until == 0 || feature <= until);
  }

  /** Whether it is about locks, waits, or the order of whole threads and tasks. */
  boolean matters() {
    return switch (effect) {
      case REQUEST, ACQUIRE, RELEASE, WAIT, CONDITION_MADE, AWAIT, AWAITING, POLL, SIGNAL -> true;
      case FORK, JOINING, JOINED, MADE, POOLED, SUBMIT, TASK_BEGIN, TASK_END -> true;
      case CHILD, HALT, INVOKE -> true;
      case PUBLISH, CONSUME ->
          owner.equals(SEMAPHORE) || where == Where.BODY && ids.stream().anyMatch(Row::isOfThreads);
      default -> false;
    };
  }

  /** Pools, results, stages, latches and barriers: what threads wait for. */
  private static boolean isOfThreads(String id) {
    return "ECLY".indexOf(id.charAt(0)) >= 0;
  }

  /** Whether a lock is taken or given back in shared mode. */
  public boolean shared() {
    return effect.modes() == Effect.Modes.LOCK && mode == Mode.SHARED;
  }

  /** Whether the row is about this method of its owner. */
  public boolean matches(String name, String itsDescriptor) {
    return (method.equals(name) || method.equals("*"))
        && (descriptor.equals("*") || descriptor.equals(itsDescriptor));
  }

  @Override
  public String toString() {
    return owner
        + "."
        + method
        + descriptor
        + " "
        + Words.of(effect)
        + " "
        + subject
        + " "
        + Words.of(when);
  }
}
