/** Classes that stand for woven ones. */
package io.racewatch.runtime.woven;
