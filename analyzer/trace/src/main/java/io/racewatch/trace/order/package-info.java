/** Happens-before on traces: which accesses nothing orders. */
package io.racewatch.trace.order;
