/**
 * From run files to a report: reads what a run recorded, checks it a second time, names and merges
 * findings, applies suppressions and the baseline, and decides the gate.
 */
package io.racewatch.engine;
