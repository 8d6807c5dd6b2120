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

  private static ClassBytes.Found read(URL url) {
    if (url == null) {
      return null;
    }
    try {
      URLConnection connection = url.openConnection();
      // A cached JarFile would keep the program's jar open after its loader was closed.
      connection.setUseCaches(false);
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
      return read(platform.getResource(internalName.concat(".class")));
    }
  }

  private record LoaderClasses(WeakReference<ClassLoader> loader) implements ClassBytes {
    @Override
    public Found find(String internalName) {
      ClassLoader from = loader.get();
      return from == null ? null : read(from.getResource(internalName.concat(".class")));
    }
  }

  private final class Indexes extends PerLoader<TypeIndex> {
    @Override
    protected TypeIndex make(WeakReference<ClassLoader> loader) {
      return new TypeIndex(new LoaderClasses(loader), jdk);
    }
  }
}
