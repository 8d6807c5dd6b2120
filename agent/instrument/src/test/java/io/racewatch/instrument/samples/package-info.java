/** Small classes that tests weave. */
package io.racewatch.instrument.samples;
