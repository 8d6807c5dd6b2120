/** Rules that one method, or one class, suffices for: one file and one row of the table each. */
package io.racewatch.code.pattern;
