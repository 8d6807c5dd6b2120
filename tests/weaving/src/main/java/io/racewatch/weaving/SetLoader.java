package io.racewatch.weaving;

import java.util.function.UnaryOperator;

/**
 * Defines the classes of one set itself, so that the JVM links and verifies them; what the set
 * lacks comes from the libraries beside it, then from the parent.
 */
final class SetLoader extends ClassLoader {
  private final Libraries libraries;
  private final ClassSet set;
  private final UnaryOperator<byte[]> change;

  /**
   * A loader.
   *
   * @param change applied to every class file of the set; may return null for "as it is"
   */
  SetLoader(ClassSet set, Libraries libraries, UnaryOperator<byte[]> change) {
    super(SetLoader.class.getClassLoader());
    this.set = set;
    this.libraries = libraries;
    this.change = change;
  }

  /** Links a class, which verifies it, without initialising it. */
  void link(String internalName) throws ClassNotFoundException {
    // Asking for the constructors links.
    Class.forName(internalName.replace('/', '.'), false, this).getDeclaredConstructors();
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    // The JVM lets nobody define these.
    if (name.startsWith("java.") || name.startsWith("io.racewatch.")) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      if (known != null) {
        return known;
      }
      String internal = name.replace('.', '/');
      byte[] bytes = set.bytes(internal);
      if (bytes != null) {
        return define(name, bytes);
      }
      bytes = libraries.bytes(internal);
      return bytes == null
          ? super.loadClass(name, resolve)
          : defineClass(name, bytes, 0, bytes.length);
    }
  }

  private Class<?> define(String name, byte[] bytes) {
    byte[] changed = change.apply(bytes);
    byte[] file = changed == null ? bytes : changed;
    return defineClass(name, file, 0, file.length);
  }
}
