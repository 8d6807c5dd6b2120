package io.racewatch.instrument.weave;

import io.racewatch.bytecode.LoaderTypes;
import io.racewatch.bytecode.TypeIndex;
import io.racewatch.instrument.tape.MethodReferences;
import io.racewatch.model.catalog.Catalog;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Defines classes of the class path again, woven or as they are. */
final class WeavingLoader extends ClassLoader {
  static final Catalog CATALOG = Catalog.load();
  private static final LoaderTypes TYPES = new LoaderTypes();

  private final Map<String, Woven> woven = new HashMap<>();
  private final Map<String, byte[]> given = new HashMap<>();
  private final Predicate<String> mine;
  private final WeaveMode mode;

  /**
   * A loader.
   *
   * @param mine binary names of classes that it defines itself
   * @param mode null: leave them as they are
   */
  WeavingLoader(Predicate<String> mine, WeaveMode mode) {
    super(WeavingLoader.class.getClassLoader());
    this.mine = mine;
    this.mode = mode;
  }

  /** Adds a class that is nowhere on the class path. */
  void give(String name, byte[] classFile) {
    given.put(name, classFile);
  }

  Woven woven(Class<?> type) {
    return woven.get(type.getName());
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      if (known != null) {
        return known;
      }
      byte[] bytes = given.get(name);
      if (bytes == null && mine.test(name)) {
        bytes = read(name);
      }
      return bytes == null ? super.loadClass(name, resolve) : define(name, bytes);
    }
  }

  private Class<?> define(String name, byte[] bytes) {
    byte[] file = bytes;
    if (mode != null) {
      Woven result = new Weaver(CATALOG).weave(bytes, types(), mode);
      woven.put(name, result);
      file = result.bytes() == null ? bytes : MethodReferences.onTape(result.bytes());
    }
    return defineClass(name, file, 0, file.length);
  }

  static TypeIndex types() {
    return TYPES.of(WeavingLoader.class.getClassLoader());
  }

  static byte[] read(String name) {
    String resource = name.replace('.', '/') + ".class";
    try (InputStream in = WeavingLoader.class.getClassLoader().getResourceAsStream(resource)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
