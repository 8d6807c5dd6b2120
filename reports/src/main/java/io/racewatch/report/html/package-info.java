/** The report for browsers: one file, no network, readable without scripts. */
package io.racewatch.report.html;
