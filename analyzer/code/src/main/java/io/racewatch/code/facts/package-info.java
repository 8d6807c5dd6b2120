/** What one method says by itself: accesses, locks held, calls, by data flow over its bytecode. */
package io.racewatch.code.facts;
