package io.racewatch.instrument.samples;

/** Marked, by its name, to be left as it is. */
public class MeetRwIgnored {
  private int count;

  int next() {
    return count++;
  }
}
