/** From STD traces to races and judged lock cycles, for the command that prints them. */
package io.racewatch.engine.traces;
