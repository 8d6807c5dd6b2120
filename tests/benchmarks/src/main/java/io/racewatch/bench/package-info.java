/** Measures what watching costs: pairs of runs without and with the agent. */
package io.racewatch.bench;
