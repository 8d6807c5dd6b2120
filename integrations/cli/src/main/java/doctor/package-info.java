/**
 * The program that {@code racewatch doctor} watches. Outside of our own packages, because those are
 * never watched; it depends on nothing.
 */
package doctor;
