/** Tests of the one jar as it will be used, on each JDK that is found. */
package io.racewatch.dist;
