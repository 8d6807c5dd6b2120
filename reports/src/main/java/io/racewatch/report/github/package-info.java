/** The report for GitHub Actions: annotations and the step summary. */
package io.racewatch.report.github;
