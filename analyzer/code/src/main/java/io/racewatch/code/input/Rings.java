package io.racewatch.code.input;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Classes that are their own superclasses or interfaces, by way of others. No JVM loads them or
 * what extends them, but an archive can hold them, and who follows them never comes to an end.
 */
public final class Rings {
  private Rings() {}

  /**
   * The class files without those.
   *
   * @param broken takes what was left out
   */
  public static List<ClassFile> without(List<ClassFile> files, List<Broken> broken) {
    Map<String, ClassFile> byName = new HashMap<>();
    files.forEach(file -> byName.putIfAbsent(file.name(), file));
    Map<String, List<String>> below = new HashMap<>();
    Map<String, Integer> open = new HashMap<>();
    Deque<String> whole = new ArrayDeque<>();
    for (ClassFile file : byName.values()) {
      int count = 0;
      for (String above : above(file)) {
        if (byName.containsKey(above)) {
          below.computeIfAbsent(above, k -> new ArrayList<>()).add(file.name());
          count++;
        }
      }
      open.put(file.name(), count);
      if (count == 0) {
        whole.add(file.name());
      }
    }
    while (!whole.isEmpty()) {
      for (String each : below.getOrDefault(whole.poll(), List.of())) {
        if (open.merge(each, -1, Integer::sum) == 0) {
          whole.add(each);
        }
      }
    }
    List<ClassFile> kept = new ArrayList<>(files.size());
    for (ClassFile file : files) {
      if (open.get(file.name()) == 0) {
        kept.add(file);
      } else {
        broken.add(new Broken(file.place(), "its superclasses or interfaces form a ring"));
      }
    }
    return kept;
  }

  private static List<String> above(ClassFile file) {
    List<String> above = new ArrayList<>();
    try {
      if (file.reader().getSuperName() != null) {
        above.add(file.reader().getSuperName());
      }
      above.addAll(List.of(file.reader().getInterfaces()));
    } catch (RuntimeException malformed) {
      // A later look meets it again and says so.
    }
    return above;
  }
}
