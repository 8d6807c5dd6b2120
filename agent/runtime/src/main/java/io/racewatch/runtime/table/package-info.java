/** Side tables for what has no room for a shadow of its own. */
package io.racewatch.runtime.table;
