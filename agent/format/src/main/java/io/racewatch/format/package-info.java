/** The layout of run files: entries and their codec. Used by the runtime and the engine. */
package io.racewatch.format;
