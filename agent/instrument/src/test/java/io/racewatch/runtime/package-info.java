/** Doubles of the runtime that write down what woven code calls. */
package io.racewatch.runtime;
