package io.racewatch.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who used which clock slot when. A segment is the use of one slot by one thread; a thread that
 * exhausts a slot goes on in another, so it can have several, in time order.
 *
 * <p>A <em>position</em> of a thread is a long, its segment in the upper and its clock in the lower
 * half. Segments of a thread are numbered in time order, so positions of one thread compare in
 * program order.
 */
final class Segments {
  /** A slot taken: the thread {@code uid} counts in it from {@code fromClock} on. */
  record Taken(int uid, int slot, int fromClock) {}

  private final Map<Integer, int[]> clocksOfSlot = new HashMap<>();
  private final Map<Integer, int[]> segmentsOfSlot = new HashMap<>();
  private final Map<Integer, Integer> threadOfUid = new HashMap<>();
  private final List<Integer> uids = new ArrayList<>();
  private final int[] threadOfSegment;

  /**
   * Numbers the segments.
   *
   * @param taken in the time order of each thread
   */
  Segments(List<Taken> taken) {
    for (Taken t : taken) {
      threadOfUid.computeIfAbsent(t.uid(), uid -> newThread(uid));
    }
    List<Taken> ordered = new ArrayList<>(taken);
    ordered.sort(Comparator.comparingInt(t -> threadOfUid.get(t.uid())));
    threadOfSegment = new int[ordered.size()];
    Map<Integer, List<Integer>> bySlot = new HashMap<>();
    for (int s = 0; s < ordered.size(); s++) {
      threadOfSegment[s] = threadOfUid.get(ordered.get(s).uid());
      bySlot.computeIfAbsent(ordered.get(s).slot(), k -> new ArrayList<>()).add(s);
    }
    bySlot.forEach((slot, segments) -> index(slot, segments, ordered));
  }

  private Integer newThread(int uid) {
    uids.add(uid);
    return uids.size() - 1;
  }

  private void index(int slot, List<Integer> segments, List<Taken> ordered) {
    segments.sort(Comparator.comparingInt(s -> ordered.get(s).fromClock()));
    segmentsOfSlot.put(slot, segments.stream().mapToInt(s -> s).toArray());
    clocksOfSlot.put(slot, segments.stream().mapToInt(s -> ordered.get(s).fromClock()).toArray());
  }

  /** The position of an epoch, or -1 if nobody is known to have used the slot then. */
  long position(int slot, int clock) {
    int[] from = clocksOfSlot.get(slot);
    if (from == null) {
      return -1;
    }
    int low = 0;
    int high = from.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (from[middle] <= clock) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == 0 ? -1 : (long) segmentsOfSlot.get(slot)[low - 1] << 32 | clock;
  }

  /** The thread that a position belongs to, counted from 0. */
  int threadAt(long position) {
    return threadOfSegment[(int) (position >>> 32)];
  }

  int threads() {
    return uids.size();
  }

  /** The number that the run gave the thread. */
  int uid(int thread) {
    return uids.get(thread);
  }
}
