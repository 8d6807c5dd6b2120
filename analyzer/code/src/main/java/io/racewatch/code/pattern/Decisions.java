package io.racewatch.code.pattern;

import io.racewatch.code.flow.MethodView;
import io.racewatch.code.flow.Value;
import io.racewatch.code.flow.Ways;

/** Which tests decide whether an instruction runs. */
final class Decisions {
  private Decisions() {}

  /** Whether a jump on the result of a call stands on every way to an instruction. */
  static boolean of(MethodView method, int call, int then) {
    for (int jump = call + 1; jump < method.size(); jump++) {
      Value tested = method.opcode(jump) >= 0 ? Fields.tested(method, jump) : null;
      boolean is = tested != null && tested.kind() == Value.Kind.CALL && tested.index() == call;
      if (is && Ways.dominates(method.flow(), jump, then) && oneSided(method, jump, then)) {
        return true;
      }
    }
    return false;
  }

  /** Whether only one of the two ways from a jump leads there. */
  private static boolean oneSided(MethodView method, int jump, int then) {
    int ways = 0;
    for (int next : method.flow().next(jump)) {
      boolean leads = next == then || Ways.after(method.flow(), next, at -> at == jump).get(then);
      ways += leads ? 1 : 0;
    }
    return ways == 1;
  }
}
