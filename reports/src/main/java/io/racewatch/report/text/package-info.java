/** The report for people at a terminal. */
package io.racewatch.report.text;
