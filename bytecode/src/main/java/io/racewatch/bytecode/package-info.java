/**
 * What class files say about classes, fields and the values in one method. Reads bytes only: no
 * class is loaded.
 */
package io.racewatch.bytecode;
