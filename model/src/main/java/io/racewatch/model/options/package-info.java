/**
 * The option table and its parser. It runs while the watched JVM starts, so it is plain code: no
 * streams, no regular expressions, no lambdas, no class loaded that is not needed.
 */
package io.racewatch.model.options;
