package io.racewatch.code.rules;

import io.racewatch.code.calls.ClassFacts;
import io.racewatch.code.facts.MethodBody;
import io.racewatch.code.facts.Path;
import io.racewatch.code.summary.Locks;
import io.racewatch.code.summary.Touch;
import java.util.List;
import java.util.function.Consumer;
import org.objectweb.asm.Opcodes;

/** Static fields that are changed under a lock of which each object has its own. */
final class InstanceLocks {
  private static final int LIKELY = 104;
  private static final int POSSIBLE = 60;

  private final View view;

  InstanceLocks(View view) {
    this.view = view;
  }

  /** Looks at the accesses of one member. */
  void each(List<Site> sites, Consumer<Candidate> to) {
    for (Site site : sites) {
      Touch touch = site.touch();
      boolean ofClass = touch.kind() == Touch.Kind.FIELD && touch.object() == null;
      if (ofClass && site.write() && !site.vague() && ofEach(touch.locks())) {
        int objects = objects(touch.locks().uses().get(0));
        if (objects > 0) {
          to.accept(
              new Candidate(
                  touch,
                  site.from(),
                  touch,
                  site.from(),
                  objects,
                  "Each object has a lock of its own, and all share the static field."));
        }
      }
    }
  }

  private static boolean ofEach(Locks locks) {
    boolean all = !locks.isEmpty();
    for (Locks.Use use : locks.uses()) {
      all &= use.path().root().is(Path.Kind.PARAM);
    }
    return all;
  }

  /** How sure it is that there are several objects: 0 if there is but one. */
  private int objects(Locks.Use use) {
    String type = use.path().root().type();
    ClassFacts owner = type == null ? null : view.program().classes().get(type);
    if (owner == null || owner.has(Opcodes.ACC_ENUM)) {
      return 0;
    }
    boolean open = false;
    boolean hidden = true;
    for (MethodBody body : owner.bodies().values()) {
      boolean constructor = body.name().equals("<init>");
      open |= constructor && body.has(Opcodes.ACC_PUBLIC);
      hidden &= !constructor || body.has(Opcodes.ACC_PRIVATE);
    }
    boolean anybody = open && owner.has(Opcodes.ACC_PUBLIC) && !view.app();
    return hidden ? 0 : anybody ? LIKELY : POSSIBLE;
  }
}
