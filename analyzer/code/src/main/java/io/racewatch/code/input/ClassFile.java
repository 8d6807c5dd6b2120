package io.racewatch.code.input;

import org.objectweb.asm.ClassReader;

/**
 * A class file as it was found.
 *
 * @param name internal name, as the file itself says
 * @param reader its content
 * @param place where it lies, such as {@code app.jar!BOOT-INF/lib/x.jar!com/acme/A.class}
 * @param own whether it is the user's own code, not that of a library packed in
 */
public record ClassFile(String name, ClassReader reader, String place, boolean own) {}
