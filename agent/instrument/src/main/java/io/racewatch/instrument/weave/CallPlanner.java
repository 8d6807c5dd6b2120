package io.racewatch.instrument.weave;

import io.racewatch.bytecode.ClassBytes;
import io.racewatch.bytecode.TypeIndex;
import io.racewatch.model.catalog.Catalog;
import io.racewatch.model.catalog.Row;
import io.racewatch.model.catalog.Subject;
import io.racewatch.model.catalog.When;
import io.racewatch.runtime.CallPlan;
import io.racewatch.runtime.CallPlans;
import io.racewatch.runtime.CallStep;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/**
 * Says for calls by reflection and method handles what the catalogue says for calls in woven code.
 * Immutable; safe from several threads at once.
 */
public final class CallPlanner implements CallPlans {
  private final Catalog catalog;
  private final CallRules rules;

  public CallPlanner(Catalog catalog) {
    this.catalog = catalog;
    this.rules = new CallRules(catalog, new TypeIndex(new NoClasses(), null), true);
  }

  private static final class NoClasses implements ClassBytes {
    @Override
    public Found find(String internalName) {
      return null;
    }
  }

  @Override
  public CallPlan of(Class<?> owner, String name, String descriptor, boolean isStatic) {
    List<Row> rows;
    Call call =
        new Call(
            isStatic ? Opcodes.INVOKESTATIC : Opcodes.INVOKEVIRTUAL,
            owner.getName().replace('.', '/'),
            name,
            descriptor,
            owner.isInterface());
    if (owner == Object.class) {
      rows = SpecialCalls.waits(call);
    } else if (catalog.calls(name, descriptor).isEmpty()) {
      return null;
    } else {
      rows = catalog.calls(name, descriptor, supers(owner)::contains);
    }
    List<CallStep> steps = new ArrayList<>();
    for (Row row : rows) {
      if (rules.applies(row, call)) {
        add(steps, row, owner);
      }
    }
    return steps.isEmpty()
        ? null
        : new CallPlan(owner.getName(), name, steps.toArray(new CallStep[0]));
  }

  private static void add(List<CallStep> steps, Row row, Class<?> owner) {
    Class<?> guard = null;
    if (row.guard() != null) {
      try {
        guard = Class.forName(row.guard().replace('/', '.'), false, owner.getClassLoader());
      } catch (ClassNotFoundException | LinkageError unknown) {
        return; // then no receiver is one
      }
    }
    boolean pair = Effects.isPair(row);
    String hook = pair ? Effects.pair(row.effect()) : Effects.hook(row);
    int moment =
        pair ? CallStep.AROUND : row.when() == When.ENTRY ? CallStep.BEFORE : CallStep.AFTER;
    steps.add(new CallStep(hook, moment, condition(row), subject(row), row.mode(), guard));
  }

  private static int condition(Row row) {
    switch (row.when()) {
      case EXIT_IF_TRUE:
        return CallStep.IF_TRUE;
      case EXIT_IF_FALSE:
        return CallStep.IF_FALSE;
      case EXIT_IF_NON_NULL:
        return CallStep.IF_NON_NULL;
      case EXIT_IF_NON_ZERO:
        return CallStep.IF_NON_ZERO;
      case EXIT_IF_ASKED:
        return CallStep.IF_ASKED;
      case AROUND_IF_WITNESS:
        return CallStep.IF_WITNESS;
      case AROUND:
        boolean decides =
            Effects.isVariable(row.effect())
                && (row.mode() & io.racewatch.model.catalog.Mode.IF_DONE) != 0;
        return decides ? CallStep.IF_TRUE : CallStep.ANY;
      default:
        return CallStep.ANY;
    }
  }

  private static int subject(Row row) {
    Subject subject = row.subject();
    switch (subject.kind()) {
      case ARGUMENT:
        return subject.index();
      case RESULT:
        return CallStep.RESULT;
      case CURRENT:
        return CallStep.CURRENT;
      default:
        return CallStep.THIS;
    }
  }

  /** Internal names of a class and all that it extends. */
  private static Set<String> supers(Class<?> type) {
    Set<String> names = new HashSet<>();
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      names.add(c.getName().replace('.', '/'));
      addInterfaces(c, names);
    }
    return names;
  }

  private static void addInterfaces(Class<?> type, Set<String> names) {
    for (Class<?> each : type.getInterfaces()) {
      if (names.add(each.getName().replace('.', '/'))) {
        addInterfaces(each, names);
      }
    }
  }
}
