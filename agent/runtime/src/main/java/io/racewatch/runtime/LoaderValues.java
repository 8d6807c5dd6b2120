package io.racewatch.runtime;

import java.util.concurrent.ConcurrentMap;
import jdk.internal.access.SharedSecrets;

/**
 * What stands in a class loader itself and dies with it: the map in which the JDK keeps such values
 * of its own. So a loader is found without drawing its identity hash, in a time that does not
 * depend on how many there are.
 */
public final class LoaderValues {
  private LoaderValues() {}

  /**
   * The values of a loader, by keys that nobody else has.
   *
   * @param loader not null
   */
  @SuppressWarnings("unchecked") // as the JDK does: each key knows the type of its values
  public static ConcurrentMap<Object, Object> of(ClassLoader loader) {
    return (ConcurrentMap<Object, Object>)
        SharedSecrets.getJavaLangAccess().createOrGetClassLoaderValueMap(loader);
  }
}
