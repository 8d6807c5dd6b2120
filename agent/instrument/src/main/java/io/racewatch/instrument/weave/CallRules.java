package io.racewatch.instrument.weave;

import io.racewatch.bytecode.ClassHeader;
import io.racewatch.bytecode.TypeIndex;
import io.racewatch.model.catalog.Catalog;
import io.racewatch.model.catalog.Effect;
import io.racewatch.model.catalog.Range;
import io.racewatch.model.catalog.Row;
import io.racewatch.model.catalog.Subject;
import io.racewatch.model.catalog.When;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.objectweb.asm.Type;

/** Which rows of the catalogue a call gets. */
final class CallRules {
  private final Catalog catalog;
  private final TypeIndex types;
  private final boolean checks;

  /**
   * For one class.
   *
   * @param checks whether accesses to library objects count
   */
  CallRules(Catalog catalog, TypeIndex types, boolean checks) {
    this.catalog = catalog;
    this.types = types;
    this.checks = checks;
  }

  /** The probe of a call, or null. */
  Probe of(Call call) {
    Probe special = SpecialCalls.of(call, types, checks);
    return special == null ? catalogued(call) : special;
  }

  /** The probe of a call that a method reference stands for, or null. */
  CallProbe referred(Call call) {
    CallProbe waiting = call.isStatic() ? null : SpecialCalls.waiting(call);
    return waiting == null ? catalogued(call) : waiting;
  }

  /** The probe of a call that the catalogue has rows for, or null. */
  CallProbe catalogued(Call call) {
    if (catalog.calls(call.name(), call.descriptor()).isEmpty()) {
      return null;
    }
    IsA isA = new IsA(call.owner(), types);
    List<GuardedRow> rows = new ArrayList<>();
    for (Row row : catalog.calls(call.name(), call.descriptor(), isA)) {
      if (applies(row, call)) {
        add(rows, row, isA);
      }
    }
    return rows.isEmpty() ? null : new CallProbe(call, rows, checks);
  }

  private void add(List<GuardedRow> rows, Row row, IsA isA) {
    if (row.guard() == null || isA.test(row.guard())) {
      rows.add(new GuardedRow(row, null));
    } else if (mayBe(isA.owner, row.guard())) {
      rows.add(new GuardedRow(row, row.guard()));
    }
  }

  /**
   * A class of the JDK that is no such type has, for all we care, no subclass that is one but the
   * type itself.
   */
  private boolean mayBe(String owner, String guard) {
    ClassHeader header = types.header(owner);
    boolean decided = header != null && header.jdk() && !header.isInterface();
    return (!decided || types.isSubtype(guard, owner)) && types.header(guard) != null;
  }

  /** Whether a row that is about a method can be observed at this call. */
  boolean applies(Row row, Call call) {
    Type[] arguments = call.arguments();
    Effect effect = row.effect();
    if ((Effects.isPlain(row) || Effects.isArray(effect)) && !checks) {
      return false;
    }
    if (Effects.isVariable(effect)) {
      return Effects.isPair(row) && !call.isStatic() && fits(effect, arguments);
    }
    if (effect == Effect.WAIT
        || effect == Effect.AWAIT
        || effect == Effect.AWAITING
        || effect == Effect.POLL
        || effect == Effect.INVOKE) {
      return Effects.isPair(row) && !call.isStatic();
    }
    if (Effects.isLibrary(effect) && !checks) {
      return false;
    }
    return !Effects.isPair(row)
        && Effects.hook(row) != null
        && hasRange(row, arguments)
        && hasSubject(row, call, arguments)
        && hasOutcome(row.when(), call.result());
  }

  private static boolean fits(Effect effect, Type[] arguments) {
    switch (effect) {
      case ATOMIC_ELEMENT:
        return arguments.length > 0 && arguments[0] == Type.INT_TYPE;
      case UPDATER, FIELD:
        return arguments.length > 0 && isReference(arguments[0]);
      case UNSAFE:
        return arguments.length > 1 && isReference(arguments[0]) && arguments[1] == Type.LONG_TYPE;
      default:
        return true;
    }
  }

  /** Whether the arguments are there that tell the range of an array. */
  private static boolean hasRange(Row row, Type[] arguments) {
    if (!Effects.isArray(row.effect())) {
      return true;
    }
    int count = Range.count(Range.kindOf(row.mode()));
    for (int i = 0; i < count; i++) {
      int argument = Range.argument(row.mode(), i);
      if (argument >= arguments.length || arguments[argument] != Type.INT_TYPE) {
        return false;
      }
    }
    return true;
  }

  private static boolean isReference(Type type) {
    return Names.isReference(type.getDescriptor());
  }

  private static boolean hasSubject(Row row, Call call, Type[] arguments) {
    Subject subject = row.subject();
    boolean needsReceiver =
        row.guard() != null || row.container() != null || row.effect() == Effect.CONDITION_MADE;
    if (needsReceiver && call.isStatic()) {
      return false;
    }
    switch (subject.kind()) {
      case THIS:
        return !call.isStatic() && call.name().charAt(0) != '<';
      case ARGUMENT:
        return subject.index() < arguments.length && isReference(arguments[subject.index()]);
      case RESULT:
        return isReference(call.result());
      case CURRENT:
        return true;
      default:
        return false;
    }
  }

  private static boolean hasOutcome(When when, Type result) {
    switch (when) {
      case EXIT_IF_TRUE, EXIT_IF_FALSE:
        return result == Type.BOOLEAN_TYPE;
      case EXIT_IF_NON_NULL:
        return isReference(result);
      case EXIT_IF_NON_ZERO:
        return result == Type.INT_TYPE || result == Type.LONG_TYPE;
      default:
        return true;
    }
  }

  /**
   * A row and the type that its receiver must turn out to have.
   *
   * @param guard null if it surely has it
   */
  record GuardedRow(Row row, String guard) {}

  private record IsA(String owner, TypeIndex types) implements Predicate<String> {
    @Override
    public boolean test(String type) {
      return types.isSubtype(owner, type);
    }
  }
}
