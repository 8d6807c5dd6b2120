package io.racewatch.code.rules;

import io.racewatch.code.calls.ClassFacts;
import io.racewatch.code.facts.Event;
import io.racewatch.code.facts.Path;
import io.racewatch.code.facts.Path.Kind;
import io.racewatch.code.summary.Touch;
import io.racewatch.code.summary.Trace;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Pairs of accesses from methods that any thread may call: that they are shared is shown by the
 * locks that other accesses of the field hold, or by an annotation of the class.
 */
final class GuardPairs {
  private static final Set<String> LOOKS = Set.of("hashCode()I", "equals(Ljava/lang/Object;)Z");

  private static final String READING =
      "That a lock is taken to write it shows that threads share it; the read may see an old"
          + " value.";

  private static final int DISPATCHED = 60;

  private final View view;
  private final InstanceLocks instanceLocks;

  GuardPairs(View view) {
    this.view = view;
    this.instanceLocks = new InstanceLocks(view);
  }

  void each(Consumer<Candidate> to) {
    for (List<Site> sites : view.groups().all().values()) {
      if (sites.stream().anyMatch(Site::write) && !view.annotated(sites)) {
        group(sites, to);
      }
    }
  }

  private void group(List<Site> sites, Consumer<Candidate> to) {
    Guarding guarding = Guarding.of(sites);
    for (Site write : guarding.lock() == null ? List.<Site>of() : guarding.sharedWrites()) {
      pair(write, write, 120, "A read lock does not keep writers apart.", to);
    }
    if (guarding.lock() != null) {
      guarded(guarding, to);
    }
    threads(sites, to);
    annotated(sites, to);
    instanceLocks.each(sites, to);
  }

  private void guarded(Guarding guarding, Consumer<Candidate> to) {
    for (Site site : guarding.others()) {
      Site other = site.without(guarding.lock());
      Site holder = partner(other, guarding.holders());
      if (holder != null && !other.apartFrom(holder)) {
        boolean locked = !site.guards().isEmpty();
        boolean left = site.leftToCallers(guarding.lock()) && !accessor(other);
        if (ordered(holder, other)) {
          pair(holder, other, 30, "Something else may order the two.", to);
        } else if (locked) {
          pair(
              holder,
              other,
              guarding.related() && !left && !dispatched(other) ? 110 : DISPATCHED,
              "Two different locks do not keep two accesses apart.",
              to);
        } else if (!other.write()) {
          int strength = site.leftToCallers(guarding.lock()) ? 60 : readStrength(guarding, other);
          pair(
              holder,
              other,
              dispatched(other) || dispatched(holder) ? DISPATCHED : strength,
              READING,
              to);
        }
      }
    }
  }

  /** Whether the method does nothing but hand out the value: then it is there for others. */
  static boolean accessor(Site site) {
    int accesses = 0;
    for (Event event : site.touch().trace().last().in().events()) {
      if (event instanceof Event.Call) {
        return false;
      }
      accesses += event instanceof Event.FieldAccess ? 1 : 0;
    }
    return accesses == 1;
  }

  /** Whether it is one of the actions of a class that runs itself: which one, a field decides. */
  private boolean dispatched(Site site) {
    return view.isAction(site.touch().trace().last().in());
  }

  private int readStrength(Guarding guarding, Site read) {
    if (looks(read) || iterates(read)) {
      return 40;
    }
    return guarding.strong() && guarding.meant() ? 115 : guarding.meant() ? 102 : 60;
  }

  /** Made for a person or a log to look at: what it says may be old. */
  private static boolean looks(Site read) {
    for (Trace step : read.touch().trace().innermostFirst()) {
      String name = step.in().name();
      boolean text = name.startsWith("toString") || name.contains("StatsString");
      if (text || LOOKS.contains(step.in().signature())) {
        return true;
      }
    }
    return false;
  }

  /** Iterators are used by one thread, whatever locks they take to read a shared collection. */
  private boolean iterates(Site read) {
    String member = read.touch().member();
    if (read.touch().kind() != Touch.Kind.FIELD) {
      return false;
    }
    String owner = member.substring(0, member.lastIndexOf('.'));
    return view.program().meanings().isA(owner, "java/util/Iterator");
  }

  /** A holder of the lock that accesses the same object; best a write, else null. */
  static Site partner(Site site, List<Site> holders) {
    Site found = null;
    for (Site each : holders) {
      boolean conflict = each.write() || site.write();
      if (conflict && (found == null || each.write())) {
        found = each;
      }
    }
    return found;
  }

  /** A thread that the class starts itself, and a method that others call. */
  private void threads(List<Site> sites, Consumer<Candidate> to) {
    for (Site started : sites) {
      if (started.touch().tag() >= 0) {
        for (Site other : sites) {
          boolean conflict = started.write() || other.write();
          boolean judged = other.from() == started.from();
          if (other.touch().tag() < 0 && !judged && conflict && !started.apartFrom(other)) {
            boolean clear =
                !other.vague()
                    && !started.vague()
                    && near(other)
                    && !UnguardedRule.startsUp(started);
            int strength = started.write() && clear ? 105 : 50;
            pair(
                started,
                other,
                ordered(started, other) ? 30 : strength,
                "The class starts a thread that does the one; any thread may call the other.",
                to);
          }
        }
      }
    }
  }

  /** Whether the object is the one that starts the thread, or the field is static. */
  private static boolean near(Site site) {
    Path object = site.touch().object();
    boolean part = site.touch().kind() != Touch.Kind.FIELD;
    return object == null || part || object.isParam(0);
  }

  /** Whether one side signals what the other has waited for. */
  private static boolean ordered(Site a, Site b) {
    return a.touch().orders().mayPrecede(b.touch().orders())
        || b.touch().orders().mayPrecede(a.touch().orders());
  }

  private void annotated(List<Site> sites, Consumer<Candidate> to) {
    for (Site site : sites) {
      Path object = site.touch().object();
      boolean part = object != null && object.is(Kind.FIELD) && object.parent().isParam(0);
      boolean ofThis = object == null || object.isParam(0) || part;
      boolean bare = site.guards().isEmpty() && !site.vague() && !site.once();
      if (site.write() && ofThis && bare && safe(site)) {
        pair(site, site, 108, "The class is annotated as thread-safe, and no lock is held.", to);
      }
    }
  }

  private boolean safe(Site site) {
    String member = site.touch().member();
    if (site.touch().kind() != Touch.Kind.FIELD) {
      return false;
    }
    Path object = site.touch().object();
    boolean part = object != null && object.is(Kind.FIELD);
    String owner = (part ? object.name() : member);
    for (ClassFacts at = view.program().classes().get(owner.substring(0, owner.lastIndexOf('.')));
        at != null;
        at = view.program().classes().get(at.superName())) {
      if (at.annotations().containsKey("ThreadSafe")) {
        return true;
      }
    }
    return false;
  }

  private static void pair(Site a, Site b, int strength, String why, Consumer<Candidate> to) {
    Site write = a.write() ? a : b;
    Site other = write == a ? b : a;
    to.accept(
        new Candidate(write.touch(), write.from(), other.touch(), other.from(), strength, why));
  }
}
