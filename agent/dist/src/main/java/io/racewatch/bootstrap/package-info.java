/** The first step inside the isolated loader: puts the runtime on the bootstrap loader. */
package io.racewatch.bootstrap;
