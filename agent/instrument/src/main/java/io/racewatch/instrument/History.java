package io.racewatch.instrument;

import io.racewatch.bytecode.PerLoader;
import io.racewatch.instrument.weave.Bridge;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which classes were woven when they were loaded, and the bridges that they got. The JVM refuses a
 * retransformed class whose members differ from those that it has.
 */
final class History extends PerLoader<Map<String, List<Bridge>>> {
  @Override
  protected Map<String, List<Bridge>> make(WeakReference<ClassLoader> loader) {
    return new ConcurrentHashMap<>();
  }

  void wove(ClassLoader loader, String internalName, List<Bridge> bridges) {
    of(loader).put(internalName, List.copyOf(bridges));
  }

  /** The bridges of a class; null if it was not woven when it was loaded. */
  List<Bridge> bridges(ClassLoader loader, String internalName) {
    return of(loader).get(internalName);
  }
}
