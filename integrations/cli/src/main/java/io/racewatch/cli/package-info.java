/** The command line: {@code java -jar racewatch.jar COMMAND}. */
package io.racewatch.cli;
