/**
 * What happens when the watched program has ended: analysis and reports within {@code exit-budget}.
 *
 * <p>It runs inside the JDK's shutdown sequence, after the program's own shutdown hooks. There it
 * uses plain threads and files only: executors and shutdown hooks of our own would come too late.
 */
package io.racewatch.finish;
