package io.racewatch.runtime;

/**
 * What a thread found or made last, by site: a loop asks for the same array, lock or context over
 * and over. Look-ups that miss make all of them grow: most threads have little to do, and a few
 * pass thousands of sites. The entries of side tables hold their objects weakly, so a cache keeps
 * nothing alive but entries.
 */
final class SideCaches {
  private static final int LARGEST = 8192;

  /** Misses for each place until there are more places. */
  private static final int PATIENCE = 8;

  ArrayShadow[] arrays;
  Locks.Entry[] locks;
  Posts.Entry[] posts;
  LibraryShadow[] libraries;
  Held[] holds;
  private LockPath[] paths;

  /** Accesses of the present epoch, if it is theirs. */
  Access[] recent;

  /** States "written by one of those, under guards by all". */
  private SharedShadow[] guarded;

  /** Contexts of accesses under no lock. */
  private Context[] contexts;

  /** Shared states that a read led from, by state and site. */
  SharedShadow[] readFrom;

  /** And where it led to. */
  SharedShadow[] readTo;

  private int misses;

  /**
   * @param size entries of each cache, a power of two
   */
  SideCaches(int size) {
    make(size);
  }

  private void make(int size) {
    ArrayShadow[] ofArrays = new ArrayShadow[size];
    locks = new Locks.Entry[size];
    posts = new Posts.Entry[size];
    libraries = new LibraryShadow[size];
    paths = new LockPath[size];
    holds = new Held[size == 8 ? 8 : Math.min(LARGEST, 4 * size)];
    recent = new Access[size];
    guarded = new SharedShadow[size];
    contexts = new Context[size];
    SharedShadow[] to = new SharedShadow[size];
    readFrom = new SharedShadow[size];
    readTo = to;
    arrays = ofArrays;
  }

  /** Something was not found. */
  void missed() {
    if (++misses > arrays.length * PATIENCE && arrays.length < LARGEST) {
      misses = 0;
      make(arrays.length * 4);
    }
  }

  /** Equal holds are one object while it is remembered, and so have one lock set. */
  Held hold(LockClock lock, boolean shared, int site, Held outer) {
    Held[] known = holds;
    int slot = (site ^ lock.hash) & known.length - 1;
    Held h = known[slot];
    if (h == null || h.lock != lock || h.site != site || h.outer != outer || h.shared != shared) {
      h = new Held(lock, shared, site, outer, path(site, shared, outer));
      known[slot] = h;
      missed();
    }
    h.again = 0;
    return h;
  }

  private LockPath path(int site, boolean shared, Held under) {
    LockPath outer = under == null ? null : under.path;
    int slot = LockPath.hash(site, outer) & paths.length - 1;
    LockPath path = paths[slot];
    if (path == null || !path.is(site, shared, outer)) {
      path = paths[slot] = new LockPath(site, shared, outer);
    }
    return path;
  }

  /** The state "written by this access, under these guards by all". */
  SharedShadow guarded(Access write, LockSet guards) {
    int slot = write.context.site & guarded.length - 1;
    SharedShadow known = guarded[slot];
    if (known != null && known.write() == write && known.guards == guards) {
      return known.again();
    }
    return guarded[slot] = new JointShadow(write, null, null, guards);
  }

  /** The context that is kept for a site under those locks; another site's perhaps, or null. */
  Context known(Held held, int site) {
    Context[] known = held == null ? contexts : held.path.contexts();
    return known[site & known.length - 1];
  }

  /** A context that is new. */
  void keep(Context c) {
    if (c.path != null) {
      c.path.keep(c);
      return;
    }
    missed();
    contexts[c.site & contexts.length - 1] = c;
  }

  /**
   * Lets go of shadows of dead arrays, which may be large. By the watchdog, while the thread may be
   * at work: an entry is checked at each use, so one lost is only looked for again.
   */
  void forgetDead() {
    ArrayShadow[] all = arrays;
    for (int i = 0; i < all.length; i++) {
      ArrayShadow shadow = all[i];
      if (shadow != null && shadow.of(null)) {
        all[i] = null;
      }
    }
  }
}
