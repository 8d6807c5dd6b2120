package io.racewatch.instrument;

import io.racewatch.bytecode.PerLoader;
import java.lang.ref.WeakReference;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which classes were woven when they were loaded. The JVM refuses a retransformed class whose
 * members differ from those that it has.
 */
final class History extends PerLoader<Set<String>> {
  @Override
  protected Set<String> make(WeakReference<ClassLoader> loader) {
    return ConcurrentHashMap.newKeySet();
  }

  void wove(ClassLoader loader, String internalName) {
    of(loader).add(internalName);
  }

  /** Whether the class was woven when it was loaded. */
  boolean isWoven(ClassLoader loader, String internalName) {
    return of(loader).contains(internalName);
  }
}
