package io.racewatch.code.summary;

import io.racewatch.code.calls.ClassFacts;
import io.racewatch.code.calls.Program;
import io.racewatch.code.facts.Event;
import io.racewatch.code.facts.MethodBody;
import io.racewatch.code.facts.OneShots;
import io.racewatch.code.facts.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/** Which flags are never set back, so that one thread alone ever finds that it has set them. */
final class Flags {
  private final Program program;
  private final Set<String> doubtful = new HashSet<>();

  Flags(Program program) {
    this.program = program;
    for (MethodBody body : program.bodies()) {
      body.events().forEach(this::look);
    }
  }

  /** Whether the flag is one object for good, begins unset, and is never set back. */
  boolean once(Path flag) {
    if (doubtful.contains(flag.name())) {
      return false;
    }
    ClassFacts.Field field = program.classes().field(flag.name());
    List<Program.Stored> stores = program.stores(flag.name());
    return field != null
        && field.has(Opcodes.ACC_FINAL)
        && !stores.isEmpty()
        && stores.stream().allMatch(each -> each.value().is(Path.Kind.MADE));
  }

  private void look(Event event) {
    if (event instanceof Event.Call call) {
      List<Path> all = call.arguments();
      for (int i = 0; i < all.size(); i++) {
        boolean receiver = i == 0 && call.instance() && call.owner().equals(OneShots.FLAG);
        if (!receiver || OneShots.resets(call)) {
          doubt(all.get(i));
        }
      }
    } else if (event instanceof Event.FieldAccess access && access.write()) {
      doubt(access.value());
    } else if (event instanceof Event.ArrayAccess access && access.write()) {
      doubt(access.value());
    } else if (event instanceof Event.Return end) {
      doubt(end.value());
    }
  }

  /** It goes where what is done to it is not seen, or is set back. */
  private void doubt(Path path) {
    if (path == null) {
      return;
    }
    boolean named = path.is(Path.Kind.FIELD) || path.is(Path.Kind.STATIC);
    if (named && OneShots.FLAG.equals(path.type())) {
      doubtful.add(path.name());
    }
    path.children().forEach(this::doubt);
  }
}
