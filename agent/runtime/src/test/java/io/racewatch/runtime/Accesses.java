package io.racewatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The variables of a random trace: fields, the elements of an array, and a library object. Compares
 * each access with the reference: a race is reported exactly where the reference sees the first one
 * of a variable, and nowhere else before it; after it only true ones.
 */
final class Accesses {
  private static final int FIELDS = 3;
  private static final int LIBRARY = FIELDS;
  private static final int ELEMENTS = FIELDS + 1;
  private static final int LENGTH = 2 * ArrayShadow.BLOCK + 5;

  private final RandomTrace trace;
  private final Shadow[] fields = new Shadow[FIELDS];
  private final int[] array = new int[LENGTH];
  private final Map<String, String> library = new HashMap<>();
  private final Set<Integer> raced = new HashSet<>();
  private final Map<Integer, Moment> moments = new HashMap<>();

  /** Where in its thread's life an access stands. */
  record Moment(int slot, int clock, long acquires) {}

  Accesses(RandomTrace trace) {
    this.trace = trace;
  }

  boolean anyRace() {
    return !raced.isEmpty();
  }

  /** The moments of accesses by their sites, but for optimistic ones. */
  Map<Integer, Moment> moments() {
    return moments;
  }

  void any(int t) {
    int kind = trace.random.nextInt(10);
    if (kind < 6) {
      field(t, anyField(), trace.random.nextInt(3) == 0);
    } else if (kind < 8) {
      range(t, trace.random.nextInt(3) == 0);
    } else {
      libraryCall(t, trace.random.nextInt(3) == 0);
    }
  }

  int anyField() {
    return trace.random.nextInt(FIELDS);
  }

  void field(int t, int variable, boolean write) {
    int site = Given.field("t.T", "v" + variable);
    long word = Internals.element(variable);
    Check check = new Check(t, site);
    if (write) {
      Detector.write(fields, word, this, -1, trace.state(t), site);
    } else {
      Detector.read(fields, word, this, -1, trace.state(t), site);
    }
    check.expect(variable, write);
    check.compare();
  }

  /** An optimistic read: the reference is asked when it is validated. */
  int hookRead(int t, int variable) {
    int site = Given.field("t.T", "v" + variable);
    Detector.read(fields, Internals.element(variable), this, -1, trace.state(t), site);
    return site;
  }

  void compareRead(int t, int variable, int site) {
    List<Integer> expected = trace.reference.access(t, variable, false, site);
    for (int earlier : expected) {
      if (!raced.contains(variable)) {
        assertThat(expected).anySatisfy(e -> assertThat(Given.raced(e, site)).isTrue());
      }
      raced.add(variable);
    }
    if (expected.isEmpty()) {
      assertThat(trace.reference.sites())
          .as("false alarm, seed %d", trace.seed)
          .noneMatch(e -> Given.raced(e, site));
    }
  }

  private void range(int t, boolean write) {
    int a = edge();
    int b = edge();
    int from = Math.min(a, b);
    int to = trace.random.nextInt(3) == 0 ? from + 1 : Math.max(a, b);
    int site = Given.element();
    Check check = new Check(t, site);
    ThreadState state = trace.state(t);
    if (write) {
      Hooks.writeRange(array, from, to, state, site);
    } else {
      Hooks.readRange(array, from, to, state, site);
    }
    for (int i = from; i < to; i++) {
      check.expect(ELEMENTS + i, write);
    }
    check.compare();
  }

  private int edge() {
    int any = trace.random.nextInt(LENGTH);
    return trace.random.nextBoolean() ? any : any / ArrayShadow.BLOCK * ArrayShadow.BLOCK;
  }

  private void libraryCall(int t, boolean write) {
    int site = Given.call("java.util.Map", write ? "put" : "get");
    Check check = new Check(t, site);
    if (write) {
      SyncHooks.libraryWrite(library, trace.state(t), site);
    } else {
      SyncHooks.libraryRead(library, trace.state(t), site);
    }
    check.expect(LIBRARY, write);
    check.compare();
  }

  /** One access, of one variable or of several. */
  private final class Check {
    private final int thread;
    private final int site;
    private final int before = Races.table.size();
    private final Set<Integer> all = new HashSet<>();
    private final List<Integer> first = new ArrayList<>();

    Check(int thread, int site) {
      this.thread = thread;
      this.site = site;
      ThreadState t = trace.state(thread);
      moments.put(site, new Moment(t.slot, t.clock, t.acquires));
    }

    void expect(int variable, boolean write) {
      List<Integer> races = trace.reference.access(thread, variable, write, site);
      all.addAll(races);
      if (!races.isEmpty() && raced.add(variable)) {
        first.addAll(races);
      }
    }

    void compare() {
      Set<Integer> found = new HashSet<>();
      for (int earlier : all) {
        if (Given.raced(earlier, site)) {
          found.add(earlier);
        }
      }
      int added = Races.table.size() - before;
      assertThat(found.size())
          .as("false alarm, seed %d", trace.seed)
          .isBetween((added + 1) / 2, added);
      if (!first.isEmpty()) {
        assertThat(found).as("missed race, seed %d", trace.seed).containsAnyElementsOf(first);
      }
    }
  }
}
