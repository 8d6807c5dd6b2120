/** How every rule of the static half says what it found. */
package io.racewatch.code.finding;
