/** Brings the agent to work when the JVM starts, and to its report when it ends. */
package io.racewatch.instrument.start;
