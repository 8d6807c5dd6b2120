/**
 * A plan from the static half: fields that need no checks, as long as what it was made for holds.
 */
package io.racewatch.instrument.plan;
