/**
 * Hooks inside bodies of JDK classes: the {@code body} rows of the catalogue, and the filter that
 * hides our members from reflection. One plain class-file transformer; adds no members.
 */
package io.racewatch.instrument.jdk;
