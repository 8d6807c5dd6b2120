/** The static half: what the bytecode allows, in findings. */
package io.racewatch.code;
