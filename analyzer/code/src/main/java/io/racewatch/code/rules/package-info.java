/** Rules about the program as a whole: races, guards, lock orders. One file and one row each. */
package io.racewatch.code.rules;
