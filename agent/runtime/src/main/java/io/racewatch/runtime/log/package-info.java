/**
 * The run log: what the runtime knows goes into a memory-mapped file as soon as it is known, so
 * that it survives whatever ends the program. Nothing here throws into the program, blocks on
 * anything the program can hold, or calls its code.
 */
package io.racewatch.runtime.log;
