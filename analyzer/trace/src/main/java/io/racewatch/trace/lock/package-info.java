/** Locks on traces: who holds which when, and which acquires are made while others are held. */
package io.racewatch.trace.lock;
