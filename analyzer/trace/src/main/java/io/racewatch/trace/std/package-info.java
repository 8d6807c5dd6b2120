/** STD traces as text: one event a line, {@code thread|op(operand)|location}. */
package io.racewatch.trace.std;
