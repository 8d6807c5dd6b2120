/** The lock cycles as a graph for Graphviz. */
package io.racewatch.report.dot;
