/** Runs programs in JVMs of their own, with and without racewatch, and compares. */
package io.racewatch.it;
