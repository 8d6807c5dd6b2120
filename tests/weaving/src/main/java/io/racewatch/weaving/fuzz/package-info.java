/** Fuzzing of the weaver: odd class files, edited real ones, and generated programs that run. */
package io.racewatch.weaving.fuzz;
