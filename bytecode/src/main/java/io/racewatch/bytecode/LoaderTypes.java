package io.racewatch.bytecode;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLConnection;
import java.util.ArrayList;
import java.util.List;

/**
 * The type index of each class loader. Class files are looked up as resources. Loaders are held
 * weakly and compared by identity without their hash: an identity hash drawn here would change the
 * hashes that the program draws later.
 */
public final class LoaderTypes {
  private final TypeIndex jdk = new TypeIndex(LoaderTypes::findInJdk);
  private final List<Slot> slots = new ArrayList<>();

  /**
   * The index of a loader. Safe from several threads at once.
   *
   * @param loader null for the boot loader
   */
  public TypeIndex of(ClassLoader loader) {
    if (loader == null || loader == ClassLoader.getPlatformClassLoader()) {
      return jdk;
    }
    synchronized (slots) {
      for (int i = slots.size() - 1; i >= 0; i--) {
        Slot slot = slots.get(i);
        if (slot.loader.refersTo(loader)) {
          return slot.index;
        }
        if (slot.loader.refersTo(null)) {
          slots.remove(i);
        }
      }
      Slot made = new Slot(new WeakReference<>(loader));
      slots.add(made);
      return made.index;
    }
  }

  private static ClassBytes.Found findInJdk(String internalName) {
    ClassLoader platform = ClassLoader.getPlatformClassLoader();
    return read(platform.getResource(internalName.concat(".class")));
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

  /** One loader and its index. */
  private final class Slot implements ClassBytes {
    private final WeakReference<ClassLoader> loader;
    private final TypeIndex index = new TypeIndex(this, jdk);

    Slot(WeakReference<ClassLoader> loader) {
      this.loader = loader;
    }

    @Override
    public Found find(String internalName) {
      ClassLoader from = loader.get();
      return from == null ? null : read(from.getResource(internalName.concat(".class")));
    }
  }
}
