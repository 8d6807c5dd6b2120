/** What a method and all that it calls do, in the terms of its caller. */
package io.racewatch.code.summary;
