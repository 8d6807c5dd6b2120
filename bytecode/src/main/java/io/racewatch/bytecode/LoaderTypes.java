package io.racewatch.bytecode;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLConnection;

/** The type index of each class loader. Class files are looked up as resources of the loader. */
public final class LoaderTypes {
  private final TypeIndex jdk = new TypeIndex(new JdkClasses(), null);
  private final Indexes indexes = new Indexes();

  /**
   * The index of a loader. Safe from several threads at once.
   *
   * @param loader null for the boot loader
   */
  public TypeIndex of(ClassLoader loader) {
    if (loader == null || loader == ClassLoader.getPlatformClassLoader()) {
      return jdk;
    }
    return indexes.of(loader);
  }

  /**
   * Reads a class file.
   *
   * @param cached keeps the jar open for the next one; not for loaders that may be closed
   */
  private static ClassBytes.Found read(URL url, boolean cached) {
    if (url == null) {
      return null;
    }
    try {
      URLConnection connection = url.openConnection();
      connection.setUseCaches(cached);
      try (InputStream in = connection.getInputStream()) {
        return new ClassBytes.Found(in.readAllBytes(), url.getProtocol().equals("jrt"));
      }
    } catch (IOException unreadable) {
      return null;
    }
  }

  private static final class JdkClasses implements ClassBytes {
    @Override
    public Found find(String internalName) {
      ClassLoader platform = ClassLoader.getPlatformClassLoader();
      return read(platform.getResource(internalName.concat(".class")), true);
    }
  }

  private record LoaderClasses(WeakReference<ClassLoader> loader) implements ClassBytes {
    @Override
    public Found find(String internalName) {
      ClassLoader from = loader.get();
      if (from == null) {
        return null;
      }
      boolean lasting = from == ClassLoader.getSystemClassLoader();
      return read(from.getResource(internalName.concat(".class")), lasting);
    }
  }

  private final class Indexes extends PerLoader<TypeIndex> {
    @Override
    protected TypeIndex make(WeakReference<ClassLoader> loader) {
      return new TypeIndex(new LoaderClasses(loader), jdk);
    }
  }
}
