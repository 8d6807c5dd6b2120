/**
 * Whether a cycle of acquires can end in a deadlock: must-order closures that refute, a
 * sync-preserving closure and a search over other orders that prove, and a replay of each proof.
 */
package io.racewatch.trace.witness;
