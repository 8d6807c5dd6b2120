/**
 * Weaves one class: a plan of what to watch in each method, then one pass that writes it. Plain ASM
 * visitors, no frames computed, no class loaded.
 */
package io.racewatch.instrument.weave;
