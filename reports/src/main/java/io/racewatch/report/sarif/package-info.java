/** The report for code hosts that read SARIF 2.1.0. */
package io.racewatch.report.sarif;
