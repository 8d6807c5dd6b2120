/** The report for CI systems that read JUnit's XML. */
package io.racewatch.report.junit;
