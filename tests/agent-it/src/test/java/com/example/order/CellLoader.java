package com.example.order;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.SimpleRemapper;

/** Defines one template under many names. */
public final class CellLoader extends ClassLoader {
  private final Class<?> template;
  private final byte[] bytes;

  /** Defines copies of that class. */
  public CellLoader(Class<?> template) {
    super(template.getClassLoader());
    this.template = template;
    String resource = internal(template.getName()) + ".class";
    try (InputStream in = template.getClassLoader().getResourceAsStream(resource)) {
      bytes = in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A new object of a new class of that name. */
  public Object make(String name) throws ReflectiveOperationException {
    ClassWriter writer = new ClassWriter(0);
    SimpleRemapper names = new SimpleRemapper(internal(template.getName()), internal(name));
    new ClassReader(bytes).accept(new ClassRemapper(writer, names), 0);
    byte[] renamed = writer.toByteArray();
    return defineClass(name, renamed, 0, renamed.length, template.getProtectionDomain())
        .getConstructor()
        .newInstance();
  }

  private static String internal(String name) {
    return name.replace('.', '/');
  }
}
