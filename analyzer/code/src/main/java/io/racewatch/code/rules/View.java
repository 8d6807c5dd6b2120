package io.racewatch.code.rules;

import io.racewatch.code.calls.ClassFacts;
import io.racewatch.code.calls.Program;
import io.racewatch.code.facts.MethodBody;
import io.racewatch.code.facts.Path;
import io.racewatch.code.summary.Summaries;
import io.racewatch.code.summary.Summary;
import io.racewatch.code.summary.Touch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/** What all rules look at. */
final class View {
  private final Program program;
  private final Summaries summaries;
  private final Refs refs;
  private final Libraries libraries;
  private final boolean app;
  private final Origins origins;
  private final List<Summary> roots = new ArrayList<>();
  private FieldGroups groups;
  private UsualGuards usual;
  private Map<String, List<Candidate>> candidates;

  View(Program program, Summaries summaries) {
    this.program = program;
    this.summaries = summaries;
    this.refs = new Refs(program);
    this.libraries = new Libraries(program);
    this.origins = new Origins(program);
    this.app = looksLikeAnApp();
    for (Summary summary : summaries.all()) {
      if (isRoot(summary.of())) {
        roots.add(summary);
      }
    }
    roots.sort(java.util.Comparator.comparing(summary -> summary.of().key()));
  }

  Program program() {
    return program;
  }

  Summaries summaries() {
    return summaries;
  }

  Refs refs() {
    return refs;
  }

  Libraries libraries() {
    return libraries;
  }

  /** Which methods a framework calls. */
  Origins origins() {
    return origins;
  }

  /** Whether all that runs starts in its own {@code main}; else others may call it. */
  boolean app() {
    return app;
  }

  /** Methods that may be called from outside, each by any thread, sorted. */
  List<Summary> roots() {
    return roots;
  }

  /** All accesses by field, of methods that others call. */
  FieldGroups groups() {
    if (groups == null) {
      groups = new FieldGroups(this);
    }
    return groups;
  }

  /** The locks that most accesses hold. */
  UsualGuards usual() {
    if (usual == null) {
      usual = new UsualGuards(this);
    }
    return usual;
  }

  /** Pairs that may race, by what they are about. */
  Map<String, List<Candidate>> candidates() {
    if (candidates == null) {
      candidates = RaceRule.candidates(this);
    }
    return candidates;
  }

  /** What a likely race is found on. */
  Set<String> racing() {
    Set<String> racing = new HashSet<>();
    candidates()
        .forEach(
            (member, all) -> {
              if (all.stream().anyMatch(each -> each.strength() >= Candidate.LIKELY)) {
                racing.add(member);
              }
            });
    return racing;
  }

  /** Whether the field says itself what guards it; another rule looks at that. */
  boolean annotated(List<Site> sites) {
    Touch touch = sites.get(0).touch();
    boolean isField = touch.kind() == Touch.Kind.FIELD;
    String member = isField ? touch.member() : holder(touch.object());
    ClassFacts.Field field = member == null ? null : program.classes().field(member);
    String guard = field == null ? null : field.annotations().get(GuardedByRule.ANNOTATION);
    return guard != null && (isField || GuardNames.itself(guard));
  }

  /** The field that holds an object, or null. */
  private static String holder(Path object) {
    boolean field = object != null && (object.is(Path.Kind.FIELD) || object.is(Path.Kind.STATIC));
    return field ? object.name() : null;
  }

  /** Whether an object is put into a field somewhere. */
  boolean holds(Path field, Path object) {
    return program.stores(field.name()).stream().anyMatch(each -> each.value() == object);
  }

  /** A program is one if it has a main method and few public methods that nobody calls. */
  private boolean looksLikeAnApp() {
    int mains = 0;
    int open = 0;
    int uncalled = 0;
    for (MethodBody body : program.bodies()) {
      if (isMain(body)) {
        mains++;
      } else if (isOpen(body) && !body.initializes()) {
        open++;
        uncalled += summaries.isCalled(body) ? 0 : 1;
      }
    }
    return mains > 0 && uncalled * 5 <= open * 2;
  }

  static boolean isMain(MethodBody body) {
    return body.name().equals("main")
        && body.descriptor().equals("([Ljava/lang/String;)V")
        && body.has(Opcodes.ACC_STATIC);
  }

  boolean isOpen(MethodBody body) {
    ClassFacts owner = program.classes().get(body.owner());
    // A protected method that the program calls itself is a step of the one that calls it.
    boolean hook = body.has(Opcodes.ACC_PROTECTED) && summaries.isCalled(body);
    boolean visible = body.has(Opcodes.ACC_PUBLIC) || body.has(Opcodes.ACC_PROTECTED) && !hook;
    return visible && owner.has(Opcodes.ACC_PUBLIC) && !body.has(Opcodes.ACC_SYNTHETIC);
  }

  /** Whether it is run by {@code doPrivileged}, in the thread and under the locks of its caller. */
  private boolean privileged(MethodBody body) {
    return body.name().equals("run")
        && (program.meanings().isA(body.owner(), "java/security/PrivilegedAction")
            || program.meanings().isA(body.owner(), "java/security/PrivilegedExceptionAction"));
  }

  /**
   * Whether it is one of several actions of its object, as they are written for {@code
   * doPrivileged}: a field says which one, and its arguments are fields, too.
   */
  boolean isAction(MethodBody body) {
    return body.signature().equals("run()Ljava/lang/Object;");
  }

  /** Whether it may be called from outside. */
  boolean isRoot(MethodBody body) {
    boolean open = !summaries.isCalled(body) || !app && isOpen(body);
    return !privileged(body) && (open || origins.of(body) != null);
  }
}
