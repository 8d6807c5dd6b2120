/** Which run files lie in a folder, and which of them belong together. */
package io.racewatch.engine.session;
