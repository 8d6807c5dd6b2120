/** The program as a whole: classes, what fields hold, which method a call reaches. */
package io.racewatch.code.calls;
