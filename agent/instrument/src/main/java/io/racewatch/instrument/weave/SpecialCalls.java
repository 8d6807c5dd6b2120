package io.racewatch.instrument.weave;

import io.racewatch.bytecode.ClassHeader;
import io.racewatch.bytecode.TypeIndex;
import io.racewatch.instrument.weave.CallRules.GuardedRow;
import io.racewatch.model.catalog.Catalog;
import io.racewatch.model.catalog.Row;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Calls that are known by name and descriptor alone, or that are bulk accesses. */
final class SpecialCalls {
  /** Final methods of Object: the owner in the instruction can be any type, also unknown ones. */
  private static final String WAITS =
      "java/lang/Object wait ()V wait this - around call - - L05\n"
          + "java/lang/Object wait (J)V wait this - around call - - L05\n"
          + "java/lang/Object wait (JI)V wait this - around call - - L05\n"
          + "java/lang/Object notify,notifyAll ()V signal this - entry call - - L05\n";

  private static final Catalog WAIT_ROWS = parse();

  private SpecialCalls() {}

  private static Catalog parse() {
    try {
      return Catalog.parse(new StringReader(WAITS), "waits");
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The probe of a call, or null if it is nothing special. */
  static Probe of(Call call, TypeIndex types, boolean checks) {
    switch (call.name()) {
      case "wait", "notify", "notifyAll":
        return call.isStatic() ? null : waiting(call);
      case "clone":
        return clone(call, types, checks);
      case "arraycopy":
        return checks && call.owner().equals("java/lang/System") ? new CopyProbe(call) : null;
      default:
        if (call.owner().startsWith("java/lang/invoke/")) {
          return HandleProbe.of(call, checks); // or null: most of these have rows
        }
        return checks ? RangeProbe.of(call) : null;
    }
  }

  /** The rows of a method of Object. */
  static List<Row> waits(Call call) {
    return WAIT_ROWS.calls(call.name(), call.descriptor());
  }

  /** The probe of a wait or a notification, or null if the call is neither. */
  static CallProbe waiting(Call call) {
    List<GuardedRow> rows = new ArrayList<>();
    for (Row row : waits(call)) {
      rows.add(new GuardedRow(row, null));
    }
    return rows.isEmpty() ? null : new CallProbe(call, rows, true);
  }

  private static Probe clone(Call call, TypeIndex types, boolean checks) {
    if (!call.descriptor().equals("()Ljava/lang/Object;")) {
      return null;
    }
    boolean copies =
        call.owner().startsWith("[") ? checks : !call.isInterface() && isOfJdk(call.owner(), types);
    return copies ? new CloneProbe(call.opcode(), call.owner(), call.descriptor()) : null;
  }

  /**
   * Whether the copy is made in the JDK. A clone() of the program's own calls that of its
   * superclass, and there the copy is told of.
   */
  private static boolean isOfJdk(String owner, TypeIndex types) {
    ClassHeader header = types.header(owner);
    while (header != null && !header.jdk()) {
      if (header.hasClone()) {
        return false;
      }
      header = types.header(header.superName());
    }
    return header != null;
  }
}
