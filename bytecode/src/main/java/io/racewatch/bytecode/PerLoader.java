package io.racewatch.bytecode;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/**
 * One value for each class loader, for as long as the loader lives. Loaders are held weakly and
 * compared by identity without their hash: an identity hash drawn here would change the hashes that
 * the program draws later, and so the order of its hash sets. Safe from several threads at once.
 *
 * @param <T> must not hold the loader strongly
 */
public abstract class PerLoader<T> {
  private final List<Slot<T>> slots = new ArrayList<>();

  /** Makes the value of a loader that is seen for the first time. Must not load classes from it. */
  protected abstract T make(WeakReference<ClassLoader> loader);

  /** The value of a loader, which is not null. */
  public final T of(ClassLoader loader) {
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
