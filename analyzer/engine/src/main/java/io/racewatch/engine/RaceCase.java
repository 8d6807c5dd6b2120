package io.racewatch.engine;

import io.racewatch.format.Entry;
import io.racewatch.model.Rule;
import java.util.List;

/**
 * One race of a run.
 *
 * @param earlier the access that was seen first
 * @param later the other
 * @param count how often the race was seen
 * @param verdict of the second check
 */
record RaceCase(
    Rule rule, Entry.Side earlier, Entry.Side later, long count, OrderCheck.Verdict verdict) {

  /** The member, from the side that knows its owner better. */
  String member() {
    boolean anonymous = later.member().indexOf('.') < 0 && earlier.member().indexOf('.') >= 0;
    return anonymous ? earlier.member() : later.member();
  }

  /** The two sides with the write first, or null if there are two writes or calls. */
  List<Entry.Side> writeAndRead() {
    if (isWrite(earlier) && isRead(later)) {
      return List.of(earlier, later);
    }
    return isRead(earlier) && isWrite(later) ? List.of(later, earlier) : null;
  }

  private static boolean isWrite(Entry.Side side) {
    return side.operation().equals("write");
  }

  private static boolean isRead(Entry.Side side) {
    return side.operation().equals("read");
  }
}
