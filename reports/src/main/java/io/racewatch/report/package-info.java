/**
 * How reports leave racewatch: the {@link io.racewatch.report.ReportFormat} interface, found by
 * {@link java.util.ServiceLoader}, and {@link io.racewatch.report.Reports}, which writes the files.
 *
 * <p>Nothing here knows a format by name; a new one is a class and a line in the services file.
 */
package io.racewatch.report;
