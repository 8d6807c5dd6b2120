package com.example.order;

import com.example.order.rows.Rows;

/** Runs the cases of the table, all in one JVM. */
public final class OrderMatrix {
  private OrderMatrix() {}

  /**
   * Prints a line for each case: all that is to be known of it, and whether it ran as it is meant
   * to.
   *
   * @param args {@code platform}, {@code virtual} or {@code accidental}; then the beginning of the
   *     rows to run
   */
  public static void main(String[] args) throws ReflectiveOperationException {
    boolean virtual = args[0].equals("virtual");
    boolean accidental = args[0].equals("accidental");
    String only = args.length > 1 ? args[1] : "";
    CellLoader loader = new CellLoader(CellTemplate.class);
    for (Case each : Rows.all().cases()) {
      if (each.runsOn(Runtime.version().feature(), virtual)
          && (!accidental || each.verdict() == Verdict.ACCIDENTAL)
          && each.row().startsWith(only)) {
        Cells cells = (Cells) loader.make(each.cells(virtual));
        System.out.println(each.line(virtual) + outcome(each, cells, virtual));
      }
    }
  }

  private static String outcome(Case each, Cells cells, boolean virtual) {
    try {
      new Meeting(cells, virtual).play(each.script());
      return "ran";
    } catch (Throwable e) {
      return "failed: " + e + (e.getCause() == null ? "" : " by " + e.getCause());
    }
  }
}
