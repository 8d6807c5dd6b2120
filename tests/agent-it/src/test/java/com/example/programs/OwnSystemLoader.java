package com.example.programs;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/** For {@code -Djava.system.class.loader}: defines the program's classes itself. */
public final class OwnSystemLoader extends URLClassLoader {
  static {
    registerAsParallelCapable();
  }

  /** As the JVM makes it. */
  public OwnSystemLoader(ClassLoader parent) {
    super("own", new URL[0], parent);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith("com.example.") || name.equals(OwnSystemLoader.class.getName())) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : define(name);
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = in.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  /** The JVM asks for it by this name, and starts no agent without it. */
  @SuppressWarnings("unused")
  private void appendToClassPathForInstrumentation(String path) throws MalformedURLException {
    addURL(Path.of(path).toUri().toURL());
  }
}
