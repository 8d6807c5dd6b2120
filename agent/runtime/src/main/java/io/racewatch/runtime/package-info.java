/**
 * What runs inside the watched program: hooks, shadow state, the detector and the run log. Lives on
 * the bootstrap loader, uses java.base and the run-file format alone.
 */
package io.racewatch.runtime;
