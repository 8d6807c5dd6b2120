/** What calls of library methods mean: locks, threads, tasks, containers, by tables. */
package io.racewatch.code.api;
