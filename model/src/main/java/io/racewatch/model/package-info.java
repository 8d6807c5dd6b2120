/** The vocabulary that every part of racewatch shares. Immutable values; no dependencies. */
package io.racewatch.model;
