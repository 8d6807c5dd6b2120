package io.racewatch.engine;

import io.racewatch.format.Entry;
import io.racewatch.model.Frame;
import io.racewatch.model.Frames;
import io.racewatch.model.Rule;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Folds racy publications: a reference that races drags along the races of the fields that the
 * constructor wrote. A field's race belongs to a reference's race if its write stands in a
 * constructor and both of its sides are near the sides of the reference: with a method of the
 * program in common on the stacks in the same threads, or, in other threads, with the very methods
 * in which the reference is written and read.
 */
final class Publications {
  private static final String CONSTRUCTOR = "<init>";
  private static final int NEAR = 4;
  private static final int OWN_METHOD = 2;

  private final Map<RaceCase, Set<String>> dragged = new IdentityHashMap<>();
  private final Set<RaceCase> folded = Collections.newSetFromMap(new IdentityHashMap<>());

  Publications(List<RaceCase> races) {
    for (RaceCase field : races) {
      if (writtenInConstructor(field)) {
        RaceCase root = rootOf(field, races);
        if (root != null) {
          folded.add(field);
          dragged.computeIfAbsent(root, r -> new TreeSet<>()).add(field.member());
        }
      }
    }
  }

  /** Whether the race is told as a part of another. */
  boolean isFolded(RaceCase race) {
    return folded.contains(race);
  }

  /** Members that raced through this one, sorted; empty if it is no publication. */
  Set<String> draggedBy(RaceCase race) {
    return dragged.getOrDefault(race, Set.of());
  }

  private static boolean writtenInConstructor(RaceCase race) {
    List<Entry.Side> sides = race.writeAndRead();
    return race.rule() == Rule.DATA_RACE && sides != null && inConstructor(sides.get(0));
  }

  private static boolean inConstructor(Entry.Side side) {
    return side.site().method().equals(CONSTRUCTOR);
  }

  private static RaceCase rootOf(RaceCase field, List<RaceCase> races) {
    RaceCase best = null;
    int bestScore = NEAR - 1;
    for (RaceCase race : races) {
      List<Entry.Side> sides = race.writeAndRead();
      boolean candidate =
          race.rule() == Rule.DATA_RACE
              && sides != null
              && !inConstructor(sides.get(0))
              && !race.member().equals(field.member());
      int score = candidate ? nearness(field.writeAndRead(), sides) : 0;
      if (score > bestScore) {
        best = race;
        bestScore = score;
      }
    }
    return best;
  }

  /** At least NEAR if the publication is plausible; more for more that they have in common. */
  private static int nearness(List<Entry.Side> field, List<Entry.Side> root) {
    int writers = common(field.get(0), root.get(0));
    int readers = common(field.get(1), root.get(1));
    boolean sameThreads =
        field.get(0).uid() == root.get(0).uid() && field.get(1).uid() == root.get(1).uid();
    int least = sameThreads ? 1 : OWN_METHOD;
    if (writers < least || readers < least) {
      return 0;
    }
    return NEAR + writers + readers;
  }

  /** 2 if the root's own method is on the field's stack, 1 if any method is on both, else 0. */
  private static int common(Entry.Side field, Entry.Side root) {
    Set<String> methods = methods(field);
    if (methods.contains(name(Refs.frame(root.site())))) {
      return OWN_METHOD;
    }
    methods.retainAll(methods(root));
    return methods.isEmpty() ? 0 : 1;
  }

  private static Set<String> methods(Entry.Side side) {
    Set<String> methods = new HashSet<>();
    for (Frame frame : Refs.stack(side)) {
      if (!Frames.isJdk(frame.className())) {
        methods.add(name(frame));
      }
    }
    return methods;
  }

  private static String name(Frame frame) {
    return frame.className() + '.' + frame.method();
  }
}
