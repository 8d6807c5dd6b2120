/** What a watched run need not check, because the bytecode shows that it cannot race. */
package io.racewatch.code.plan;
