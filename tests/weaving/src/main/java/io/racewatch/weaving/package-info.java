/** Weaves every class of JDKs and libraries and lets verifiers judge the result. */
package io.racewatch.weaving;
