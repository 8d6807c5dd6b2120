/** The report for GitLab's code quality widget. */
package io.racewatch.report.gitlab;
