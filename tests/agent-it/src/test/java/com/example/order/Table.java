package com.example.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** All cases, and the rows that have none, with the reason. Not thread-safe. */
public final class Table {
  private final List<Case> cases = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<Member> members = new ArrayList<>();
  private final Map<String, String> notes = new LinkedHashMap<>();

  /** What the first thread did before the release is known after the acquire of the second. */
  public <S> Case clean(
      String row, String what, Supplier<S> shared, Step<S> release, Step<S> acquire) {
    return clean(row, what, m -> inOrder(m, shared.get(), release, acquire));
  }

  /** As {@link #clean}, but the two sides must run at once. */
  public <S> Case meeting(
      String row, String what, Supplier<S> shared, Step<S> release, Step<S> acquire) {
    return clean(row, what, m -> together(m, shared.get(), release, acquire));
  }

  /** The second step comes later and learns nothing. */
  public <S> Case racy(
      String row, String what, Supplier<S> shared, Step<S> release, Step<S> acquire) {
    return racy(row, what, m -> inOrder(m, shared.get(), release, acquire));
  }

  /** The second step comes later and learns only by accident. */
  public <S> Case accidental(
      String row, String what, Supplier<S> shared, Step<S> release, Step<S> acquire) {
    return add(row, what, Verdict.ACCIDENTAL, m -> inOrder(m, shared.get(), release, acquire));
  }

  /** A case with threads of its own that is ordered. */
  public Case clean(String row, String what, Script script) {
    return add(row, what, Verdict.CLEAN, script);
  }

  /** A case with threads of its own that is not ordered. */
  public Case racy(String row, String what, Script script) {
    return add(row, what, Verdict.RACY, script);
  }

  /** Why a row has no case, or not all that it could have. */
  public void note(String row, String reason) {
    notes.merge(row, reason, (a, b) -> a + "; " + b);
  }

  /**
   * The detector says the opposite of what this case wants, for this reason. The test fails when it
   * no longer does.
   */
  public void known(String row, String what, String reason) {
    Case wrong =
        cases.stream()
            .filter(c -> c.row().equals(row) && c.what().equals(what))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(row + " " + what + ": no such case"));
    wrong.known(reason);
  }

  /** A member that is reported though it should not be, or not reported though it should. */
  public void known(Member member) {
    members.add(member);
  }

  /** Members that the detector is wrong about. */
  public List<Member> members() {
    return members;
  }

  /**
   * A member about which the detector is wrong.
   *
   * @param name as the report has it
   * @param row whose rule it breaks
   * @param reported whether it is reported, wrongly
   * @param reason why
   */
  public record Member(String name, String row, boolean reported, String reason) {}

  public List<Case> cases() {
    return cases;
  }

  public Map<String, String> notes() {
    return notes;
  }

  private Case add(String row, String what, Verdict verdict, Script script) {
    Case made = new Case(row, numbers.merge(row, 1, Integer::sum), what, verdict, script);
    cases.add(made);
    return made;
  }

  private static <S> void inOrder(Meeting m, S shared, Step<S> release, Step<S> acquire)
      throws Throwable {
    m.inOrder(
        () -> {
          m.first();
          release.run(shared);
        },
        () -> {
          acquire.run(shared);
          m.second();
        });
  }

  private static <S> void together(Meeting m, S shared, Step<S> release, Step<S> acquire)
      throws Throwable {
    m.together(
        () -> {
          m.first();
          release.run(shared);
        },
        () -> {
          acquire.run(shared);
          m.second();
        });
  }
}
