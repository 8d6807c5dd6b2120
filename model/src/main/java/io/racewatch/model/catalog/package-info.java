/**
 * The synchronisation catalogue: which methods order threads, on which object, and when. One row of
 * a text file is one effect of one method; the agent and the static half read the same rows.
 */
package io.racewatch.model.catalog;
