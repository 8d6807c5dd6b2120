package io.racewatch.weaving;

import io.racewatch.bytecode.ClassBytes;
import io.racewatch.bytecode.LoaderTypes;
import io.racewatch.bytecode.TypeIndex;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All libraries at hand, for the types that one of them lacks. Immutable. */
final class Libraries {
  private final List<ClassSet> sets;
  private final Map<String, Path> all = new HashMap<>();

  Libraries(List<ClassSet> sets) {
    this.sets = List.copyOf(sets);
    sets.forEach(set -> set.files().forEach(all::putIfAbsent));
  }

  List<ClassSet> sets() {
    return sets;
  }

  byte[] bytes(String internalName) {
    Path file = all.get(internalName);
    return file == null ? null : ClassSet.read(file);
  }

  /** Types as a class of that set sees them. */
  TypeIndex types(ClassSet set) {
    TypeIndex jdk = new LoaderTypes().of(null);
    ClassBytes source =
        name -> {
          byte[] own = set.bytes(name);
          byte[] bytes = own == null ? bytes(name) : own;
          return bytes == null ? null : new ClassBytes.Found(bytes, false);
        };
    ClassBytes orJdk =
        name -> {
          ClassBytes.Found found = source.find(name);
          return found == null ? Image.find(name) : found;
        };
    return new TypeIndex(orJdk, jdk);
  }

  /** Classes of the running JDK. */
  private static final class Image {
    private static final ClassSet CLASSES = ClassSet.image();

    static ClassBytes.Found find(String name) {
      byte[] bytes = CLASSES.bytes(name);
      return bytes == null ? null : new ClassBytes.Found(bytes, true);
    }
  }
}
