/** The report for machines: {@code racewatch.json}, schema {@code racewatch-report/1}. */
package io.racewatch.report.json;
