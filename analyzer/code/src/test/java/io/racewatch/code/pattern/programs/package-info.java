/** Programs with a verdict at their lines. */
package io.racewatch.code.pattern.programs;
