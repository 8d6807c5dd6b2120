package io.racewatch.code.rules;

import io.racewatch.code.api.Origin;
import io.racewatch.code.facts.Path;
import io.racewatch.code.facts.Path.Kind;
import java.util.List;
import java.util.function.Consumer;

/** Pairs of accesses from methods that a framework calls in several threads at once. */
final class OriginPairs {
  private static final int LIKELY = 104;
  private static final int POSSIBLE = 55;

  /** On longer ways more has to be as it seems. */
  private static final int DEEPEST_LIKELY = 12;

  private final View view;

  OriginPairs(View view) {
    this.view = view;
  }

  void each(Consumer<Candidate> to) {
    for (List<Site> sites : view.groups().served()) {
      if (sites.stream().anyMatch(Site::write) && !view.annotated(sites)) {
        for (int i = 0; i < sites.size(); i++) {
          for (int j = i; j < sites.size(); j++) {
            pair(sites.get(i), sites.get(j), to);
          }
        }
      }
    }
  }

  private void pair(Site a, Site b, Consumer<Candidate> to) {
    Origin first = view.origins().of(a.from().of());
    Origin second = view.origins().of(b.from().of());
    boolean conflict = (a.write() || b.write()) && first.beside(second);
    if (!conflict || a.vague() || b.vague() || a.apartFrom(b) || !oneObject(a, b)) {
      return;
    }
    Site write = a.write() ? a : b;
    Site other = write == a ? b : a;
    boolean likely = first.likely() && second.likely() && isNear(a) && isNear(b);
    int strength = likely ? LIKELY : POSSIBLE;
    to.accept(
        new Candidate(
            write.touch(),
            write.from(),
            other.touch(),
            other.from(),
            strength + (other.write() ? 1 : 0),
            why(a, first, b, second)));
  }

  private static boolean isNear(Site site) {
    return site.touch().trace().depth() <= DEEPEST_LIKELY;
  }

  /** Whether both calls can be about the same object: a static one, or one of a shared object. */
  private boolean oneObject(Site a, Site b) {
    if (isStatic(a) || isStatic(b)) {
      return isStatic(a) && isStatic(b);
    }
    boolean shared =
        view.origins().of(a.from().of()).shared() && view.origins().of(b.from().of()).shared();
    return shared && near(a) && near(b) && a.from().of().owner().equals(b.from().of().owner());
  }

  private static boolean isStatic(Site site) {
    Path object = site.touch().object();
    return object == null || object.root().is(Kind.STATIC);
  }

  /** Whether it is the object that is called, or what one of its fields holds. */
  private static boolean near(Site site) {
    Path object = site.touch().object();
    return object.isParam(0) || object.parent() != null && object.parent().isParam(0);
  }

  private static String why(Site a, Origin first, Site b, Origin second) {
    if (a.from() == b.from()) {
      return "Several threads call " + name(a) + " at once.";
    }
    return "A framework calls "
        + name(a)
        + threads(first)
        + " and "
        + name(b)
        + threads(second)
        + ", which can be at once.";
  }

  private static String threads(Origin origin) {
    return origin.many() ? " in many threads" : " in a thread of its own";
  }

  private static String name(Site site) {
    String owner = Refs.simple(site.from().of().owner());
    return owner + "." + site.from().of().name();
  }
}
