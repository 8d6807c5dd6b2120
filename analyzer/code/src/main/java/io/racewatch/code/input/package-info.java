/** From paths to class files: jars in jars, class folders, modules, images of a JDK. */
package io.racewatch.code.input;
