/** The agent's entry, the choice of classes, and their transformation as they load. */
package io.racewatch.instrument;
