/** Vector clocks and the slots that they count. */
package io.racewatch.runtime.clock;
