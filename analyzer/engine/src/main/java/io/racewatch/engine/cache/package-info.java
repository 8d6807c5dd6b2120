/** What the static half found before in the same files. */
package io.racewatch.engine.cache;
