package io.racewatch.model;

/**
 * Why the silence of a run proves less than it seems. Reports say it before anything else.
 *
 * @param kind how much less
 * @param text one sentence without a full stop; may hold text of the watched program
 */
public record Alert(Kind kind, String text) {
  /** What is the matter. */
  public enum Kind {
    /** The detector did not work: nothing that the run does not say can be trusted. */
    BLIND("BLIND RUN"),

    /** The detector worked, and was shown nothing. */
    UNWATCHED("NOTHING WATCHED"),

    /** The detector came when the program already ran. */
    LATE("STARTED LATE"),

    /** A part of the record is lost. */
    DAMAGED("DAMAGED RUN FILE");

    private final String headline;

    Kind(String headline) {
      this.headline = headline;
    }

    /** In capitals, to stand first. */
    public String headline() {
      return headline;
    }
  }
}
