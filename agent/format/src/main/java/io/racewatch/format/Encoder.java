package io.racewatch.format;

/** Encodes the parts of entries: strings, places, stacks, moments, sides. Not thread-safe. */
final class Encoder {
  private static final Entry.Place[] NO_PLACES = {};
  private static final Entry.Held[] NO_LOCKS = {};

  final Output out;
  private final Numbering strings = new Numbering();
  private final Numbering places = new Numbering();
  private int maxStack = Layout.MAX_LIST;
  private int maxText = Layout.MAX_TEXT;

  Encoder(Output out) {
    this.out = out;
  }

  boolean full() {
    return strings.full() || places.full();
  }

  void forget() {
    strings.clear();
    places.clear();
  }

  /** Cuts stacks and strings to these lengths. */
  void limit(int stack, int text) {
    maxStack = stack;
    maxText = text;
  }

  /** A string that is likely to come again. */
  void string(String text) {
    if (text == null) {
      out.put(0);
      return;
    }
    String cut = text.length() > maxText ? text.substring(0, maxText) : text;
    int number = strings.numberOrAdd(cut);
    if (number >= 0) {
      out.putInt(number + 2);
    } else {
      out.put(1);
      out.putText(cut, maxText);
    }
  }

  /** A string that is not likely to come again. */
  void once(String text) {
    out.putText(text == null ? "" : text, maxText);
  }

  void place(Entry.Place place) {
    if (place == null) {
      out.put(0);
      return;
    }
    int number = places.numberOrAdd(place);
    if (number >= 0) {
      out.putInt(number + 2);
      return;
    }
    out.put(1);
    string(place.className());
    string(place.method());
    string(place.file());
    out.putInt(place.line());
  }

  void stack(Entry.Place[] stack) {
    Entry.Place[] frames = stack == null ? NO_PLACES : stack;
    int count = Math.min(frames.length, maxStack);
    out.putInt(count);
    for (int i = 0; i < count; i++) {
      place(frames[i]);
    }
  }

  void moment(Entry.Moment moment) {
    out.putBoolean(moment != null);
    if (moment != null) {
      out.putInt(moment.slot());
      out.putInt(moment.clock());
      out.putLong(moment.acquires());
    }
  }

  void held(Entry.Held held) {
    out.putBoolean(held != null);
    if (held != null) {
      out.putInt(held.lock());
      string(held.mode());
      place(held.at());
    }
  }

  void locks(Entry.Held[] held) {
    Entry.Held[] locks = held == null ? NO_LOCKS : held;
    int count = Math.min(locks.length, Layout.MAX_LIST);
    out.putInt(count);
    for (int i = 0; i < count; i++) {
      held(locks[i]);
    }
  }

  void side(Entry.Side side) {
    out.putBoolean(side != null);
    if (side == null) {
      return;
    }
    out.putInt(side.uid());
    string(side.name());
    moment(side.at());
    string(side.member());
    string(side.operation());
    string(side.mode());
    string(side.object());
    place(side.site());
    stack(side.stack());
    out.putBoolean(side.exact());
    stack(side.submitted());
    locks(side.held());
  }

  void blocked(Entry.Blocked blocked) {
    out.putInt(blocked.uid());
    string(blocked.name());
    held(blocked.holds());
    stack(blocked.holdsAt());
    out.putInt(blocked.wants());
    string(blocked.wantsWhat());
    stack(blocked.wantsAt());
  }
}
