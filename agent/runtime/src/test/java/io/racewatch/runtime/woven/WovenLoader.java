package io.racewatch.runtime.woven;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Defines the classes of this package anew, with the names that the weaver gives. */
public final class WovenLoader extends ClassLoader {
  private static final String PACKAGE = "io.racewatch.runtime.woven.";

  /** A loader that has none of them yet. */
  public WovenLoader() {
    super(WovenLoader.class.getClassLoader());
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      if (known != null) {
        return known;
      }
      if (!name.startsWith(PACKAGE)) {
        return super.loadClass(name, resolve);
      }
      byte[] bytes = bytes(name);
      return defineClass(name, bytes, 0, bytes.length);
    }
  }

  private byte[] bytes(String name) throws ClassNotFoundException {
    try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
      return text.replace("$rw$_", "$rw$!").getBytes(StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The class of that simple name. */
  public Class<?> woven(String simple) throws ClassNotFoundException {
    return Class.forName(PACKAGE + simple, true, this);
  }
}
