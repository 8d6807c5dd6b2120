package io.racewatch.bytecode;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * One value for each class loader, for as long as the loader lives. It stands in the loader itself
 * where there is a map for that; else loaders are held weakly in a list and compared one by one. In
 * no case is their identity hash drawn: that would change the hashes that the program draws later,
 * and so the order of its hash sets. Safe from several threads at once.
 *
 * @param <T> must not hold the loader strongly
 */
public abstract class PerLoader<T> {
  private static volatile Function<ClassLoader, ConcurrentMap<Object, Object>> inside;

  private final List<Slot<T>> slots = new ArrayList<>();

  /**
   * Has values stand in the loaders.
   *
   * @param map of a loader, which dies with it
   */
  public static void keepInside(Function<ClassLoader, ConcurrentMap<Object, Object>> map) {
    inside = map;
  }

  /** Makes the value of a loader that is seen for the first time. Must not load classes from it. */
  protected abstract T make(WeakReference<ClassLoader> loader);

  /** The same for all of a kind, and no identity hash. */
  @Override
  public final int hashCode() {
    return getClass().getName().hashCode();
  }

  @Override
  public final boolean equals(Object other) {
    return this == other;
  }

  /** The value of a loader, which is not null. */
  public final T of(ClassLoader loader) {
    Function<ClassLoader, ConcurrentMap<Object, Object>> map = inside;
    return map == null ? listed(loader) : inside(map.apply(loader), loader);
  }

  @SuppressWarnings("unchecked") // nobody else has this key
  private T inside(ConcurrentMap<Object, Object> values, ClassLoader loader) {
    T known = (T) values.get(this);
    if (known != null) {
      return known;
    }
    synchronized (slots) {
      known = (T) values.get(this);
      if (known == null) {
        known = make(new WeakReference<>(loader));
        values.put(this, known);
      }
      return known;
    }
  }

  private T listed(ClassLoader loader) {
    synchronized (slots) {
      for (int i = slots.size() - 1; i >= 0; i--) {
        Slot<T> slot = slots.get(i);
        if (slot.loader.refersTo(loader)) {
          return slot.value;
        }
        if (slot.loader.refersTo(null)) {
          slots.remove(i);
        }
      }
      WeakReference<ClassLoader> reference = new WeakReference<>(loader);
      Slot<T> slot = new Slot<>(reference, make(reference));
      slots.add(slot);
      return slot.value;
    }
  }

  private record Slot<T>(WeakReference<ClassLoader> loader, T value) {}
}
