/** Doubles of the hooks that write down what woven code calls. */
package io.racewatch.instrument.tape;
