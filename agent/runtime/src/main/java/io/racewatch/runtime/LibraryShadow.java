package io.racewatch.runtime;

import io.racewatch.runtime.table.IdentityEntry;
import io.racewatch.runtime.table.IdentityTable;
import java.lang.ref.WeakReference;

/** The shadow of a library object that is not thread-safe: one state for the whole object. */
final class LibraryShadow extends IdentityEntry {
  private static final long STATE = Internals.offset(LibraryShadow.class, "state");
  private static final long BYTES = 72;
  private static final Table TABLE = new Table();

  /** Replaced by compare-and-set, see {@link Detector}. */
  private Shadow state;

  /** Where this is of the map inside a set: that set. Racy, for its name alone. */
  private WeakReference<Object> set;

  private LibraryShadow(Object key) {
    super(key);
  }

  private static final class Table extends IdentityTable<LibraryShadow> {
    @Override
    protected LibraryShadow make(Object key) {
      return Budget.allows() ? new LibraryShadow(key) : null;
    }

    @Override
    protected void stored(LibraryShadow entry) {
      Budget.take(BYTES);
    }

    @Override
    protected void dropped(LibraryShadow entry) {
      Budget.giveBack(BYTES);
    }
  }

  static void access(Object object, boolean writes, ThreadState t, int site) {
    Object inside = Wrappers.inside(object);
    if (inside == null) {
      accessOf(object, writes, t, site);
    } else if (!Wrappers.locks(site)) {
      accessOf(inside, writes, t, site);
    } else if (t.stepBack()) {
      Held held = t.held;
      // The call has given the mutex back by now; what it did comes before that.
      t.under = Locks.of(Wrappers.mutex(object), t, 0);
      t.held = t.caches.hold(t.under, false, site, held);
      try {
        accessOf(inside, writes, t, site);
      } finally {
        t.held = held;
        t.under = null;
        t.stepForth();
      }
    }
  }

  private static void accessOf(Object object, boolean writes, ThreadState t, int site) {
    int kind = LibraryClasses.kind(object);
    Object of = object;
    if (kind == LibraryClasses.SAFE) {
      of = Backing.of(object);
      if (of == null) {
        return;
      }
      kind = LibraryClasses.kind(of);
      if (kind == LibraryClasses.SAFE) {
        return;
      }
    } else if (Overrides.decide(object, site)) {
      return;
    }
    Object key = Backing.keyOf(of);
    LibraryShadow[] cache = t.caches.libraries;
    int slot = site & cache.length - 1;
    LibraryShadow shadow = cache[slot];
    if (shadow == null || !shadow.of(key)) {
      shadow = TABLE.get(key);
      if (!IdentityTable.isBeside(key)) {
        cache[slot] = shadow;
        t.caches.missed();
      }
    }
    if (shadow != null) {
      if (key != of && shadow.set == null) {
        shadow.set = new WeakReference<>(of);
      }
      shadow.check(shadow.known(of), writes || LibraryClasses.readWrites(of, kind, site), t, site);
    }
  }

  /** The set that the program knows, of which the map is the inside. */
  private Object known(Object object) {
    WeakReference<Object> outer = set;
    Object known = outer == null ? null : outer.get();
    return known == null ? object : known;
  }

  private void check(Object object, boolean writes, ThreadState t, int site) {
    Shadow s = state;
    if (s != null && (s.writeEpoch == t.epoch || !writes && s.readEpoch == t.epoch)) {
      return;
    }
    if (writes) {
      Detector.write(this, STATE, object, -1, t, site);
    } else {
      Detector.read(this, STATE, object, -1, t, site);
    }
  }
}
