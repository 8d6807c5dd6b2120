/**
 * The doors of the jar. The only classes of racewatch that the watched program can see on its class
 * path, so they do little and stay few. {@code Launcher} and {@code Jvm} are Java 8 bytecode: an
 * old JVM must get as far as the message.
 */
package io.racewatch.launcher;
