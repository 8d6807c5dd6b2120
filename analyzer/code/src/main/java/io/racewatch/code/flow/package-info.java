/** One method as the pattern rules see it: values, ways through it, and locks held on them. */
package io.racewatch.code.flow;
