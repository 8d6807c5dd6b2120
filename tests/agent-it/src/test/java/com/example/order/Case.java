package com.example.order;

import java.util.ArrayList;
import java.util.List;

/** One entry of the table. Not thread-safe; complete once the table is. */
public final class Case {
  private static final int OLDEST_JDK = 17;

  private final String row;
  private final int number;
  private final String what;
  private final Verdict verdict;
  private final Script script;
  private final List<String> members = new ArrayList<>();
  private int since = OLDEST_JDK;
  private int until = Integer.MAX_VALUE;
  private boolean platformOnly;
  private boolean virtualOnly;
  private String known;

  Case(String row, int number, String what, Verdict verdict, Script script) {
    this.row = row;
    this.number = number;
    this.what = what;
    this.verdict = verdict;
    this.script = script;
  }

  /** Only on this JDK and later ones. */
  public Case since(int jdk) {
    since = jdk;
    return this;
  }

  /** Only up to this JDK. */
  public Case until(int jdk) {
    until = jdk;
    return this;
  }

  /** Not for virtual threads. */
  public Case platformOnly() {
    platformOnly = true;
    return this;
  }

  /** Only for virtual threads. */
  public Case virtualOnly() {
    virtualOnly = true;
    return this;
  }

  /** What the case itself lets race, as the report names it. */
  public Case races(String... more) {
    members.addAll(List.of(more));
    return this;
  }

  void known(String reason) {
    known = reason;
  }

  public String row() {
    return row;
  }

  public String what() {
    return what;
  }

  public Verdict verdict() {
    return verdict;
  }

  /** Members other than the cells that must race. */
  public List<String> members() {
    return members;
  }

  /** Why the detector is wrong here, or null. */
  public String known() {
    return known;
  }

  /** Whether it runs there. */
  public boolean runsOn(int jdk, boolean virtual) {
    return since <= jdk && jdk <= until && !(virtual ? platformOnly : virtualOnly);
  }

  /** The class of its cells. */
  public String cells(boolean virtual) {
    return "com.example.order.cells." + row + "x" + number + (virtual ? "Virtual" : "Platform");
  }

  /** The case in the output, up to its outcome. */
  String line(boolean virtual) {
    String wrong = known == null ? "-" : known;
    return String.join(
        " | ", cells(virtual), row, what, verdict.name(), wrong, String.join(" ", members), "");
  }

  Script script() {
    return script;
  }

  @Override
  public String toString() {
    return row + " " + what;
  }
}
