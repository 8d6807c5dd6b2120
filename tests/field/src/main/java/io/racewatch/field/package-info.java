/** Runs the drivers without and with the agent and compares. */
package io.racewatch.field;
