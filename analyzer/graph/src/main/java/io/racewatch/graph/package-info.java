/**
 * The graphs of a run: what synchronisation ordered, and in which orders locks were taken. The only
 * user of JGraphT. Takes plain values, so that it knows nothing of run files.
 */
package io.racewatch.graph;
