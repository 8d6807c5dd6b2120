package io.racewatch.instrument.weave;

import io.racewatch.runtime.Sites;

/** A call that defines a hidden class, which no transformer is shown: its class file is woven. */
final class HiddenProbe extends Probe {
  private final Call call;

  private HiddenProbe(Call call) {
    this.call = call;
  }

  /** The probe of a call of Lookup, or null if it is none of these. */
  static Probe of(Call call) {
    boolean defines =
        call.name().equals("defineHiddenClass")
            || call.name().equals("defineHiddenClassWithClassData");
    return defines && call.descriptor().startsWith("([B") ? new HiddenProbe(call) : null;
  }

  /** Stack before: … lookup, class file, rest; after: … lookup. */
  @Override
  void weave(Code code) {
    Operands operands = Operands.spill(code, call, true, 0);
    // … lookup
    operands.pushArgument(code, 0);
    operands.pushReceiver(code);
    code.tail(code.sites.add(Sites.CALL, call.owner(), call.name(), 0));
    // … lookup file lookup thread site
    code.call(
        Names.DYNAMIC_HOOKS, "hidden", "([BLjava/lang/Object;L" + Names.THREAD_STATE + ";I)[B");
    // … lookup file
    for (int i = 1; i < operands.count(); i++) {
      operands.pushArgument(code, i);
    }
    // … lookup file rest
    call.write(code);
    // … lookup
  }
}
