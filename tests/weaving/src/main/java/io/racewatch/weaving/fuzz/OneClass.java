package io.racewatch.weaving.fuzz;

/** A loader of a single class; everything else is its parent's. */
final class OneClass extends ClassLoader {
  private final String name;
  private final byte[] classFile;

  /**
   * A loader.
   *
   * @param name binary name of the class
   */
  OneClass(String name, byte[] classFile) {
    super(OneClass.class.getClassLoader());
    this.name = name;
    this.classFile = classFile;
  }

  /** The class, linked and so verified, but not initialised; or what the JVM has against it. */
  Object linked() {
    try {
      Class<?> type = Class.forName(name, false, this);
      // Asking for the constructors links.
      type.getDeclaredConstructors();
      return type;
    } catch (ClassNotFoundException | LinkageError | RuntimeException refused) {
      return refused;
    }
  }

  @Override
  protected Class<?> loadClass(String wanted, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(wanted)) {
      if (!wanted.equals(name)) {
        return super.loadClass(wanted, resolve);
      }
      Class<?> known = findLoadedClass(name);
      return known == null ? defineClass(name, classFile, 0, classFile.length) : known;
    }
  }
}
