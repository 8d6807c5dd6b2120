package io.racewatch.instrument;

import io.racewatch.bytecode.PerLoader;
import io.racewatch.instrument.weave.SiteBlock;
import io.racewatch.runtime.Sites;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * The sites of the classes of each loader. Those of a loader that is gone go to the next class of
 * the same name that asks for the same ones: a program that loads the same classes over and over
 * needs no more memory for them. Gone means that not even a finalizer can run its code any more.
 * Safe from several threads at once.
 */
final class SiteBlocks extends PerLoader<SiteBlocks.Owner> {
  private static final int[] NONE = {};

  private final ReferenceQueue<ClassLoader> gone = new ReferenceQueue<>();
  private final Map<String, Deque<int[]>> free = new HashMap<>();

  /** Head of the ring of loaders that live: no set, which would draw identity hashes. */
  private final Owner living = new Owner(null, gone);

  /** A loader that lives, and its sites by internal names of classes. */
  static final class Owner extends PhantomReference<ClassLoader> {
    private final Map<String, int[]> blocks = new HashMap<>();
    private Owner before = this;
    private Owner after = this;

    Owner(ClassLoader loader, ReferenceQueue<ClassLoader> gone) {
      super(loader, gone);
    }
  }

  @Override
  protected synchronized Owner make(WeakReference<ClassLoader> loader) {
    Owner owner = new Owner(loader.get(), gone);
    owner.before = living;
    owner.after = living.after;
    living.after.before = owner;
    living.after = owner;
    return owner;
  }

  /** The sites for a class that is about to be woven. */
  SiteBlock begin(ClassLoader loader, String internalName) {
    Owner owner = of(loader);
    synchronized (this) {
      collect();
      int[] known = owner.blocks.get(internalName);
      if (known == null) {
        Deque<int[]> left = free.get(internalName);
        known = left == null ? NONE : left.poll();
        if (left != null && left.isEmpty()) {
          free.remove(internalName);
        }
      }
      return new SiteBlock(known);
    }
  }

  /** The class has these sites from now on. */
  void end(ClassLoader loader, String internalName, SiteBlock block) {
    Owner owner = of(loader);
    int[] sites = block.all();
    synchronized (this) {
      if (sites.length > 0) {
        owner.blocks.put(internalName, sites);
      }
    }
  }

  private void collect() {
    for (Reference<?> each = gone.poll(); each != null; each = gone.poll()) {
      Owner owner = (Owner) each;
      owner.before.after = owner.after;
      owner.after.before = owner.before;
      owner.blocks.forEach(this::release);
    }
  }

  private void release(String internalName, int[] sites) {
    for (int site : sites) {
      Sites.forget(site);
    }
    free.computeIfAbsent(internalName, name -> new ArrayDeque<>(1)).add(sites);
  }
}
