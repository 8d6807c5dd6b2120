/**
 * Executions as sequences of events: who read, wrote, took, gave back, forked and joined what, in
 * which order. Reads and writes STD traces, finds the happens-before races of one, and searches for
 * other orders of it that end in a deadlock.
 */
package io.racewatch.trace;
