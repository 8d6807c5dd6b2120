package io.racewatch.format;

/** Knows where the numbered sites of woven code stand. */
public interface PlaceSource {
  /**
   * The place of a site. Called while the run log's lock is held: it must neither append to the log
   * nor call code of the program. Thread-safe.
   *
   * @param site from 1
   * @return the place, or null if the site is unknown
   */
  Entry.Place place(int site);
}
