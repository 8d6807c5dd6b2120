/** Findings that a user, or racewatch itself, has judged: suppressions and the baseline. */
package io.racewatch.model.suppress;
