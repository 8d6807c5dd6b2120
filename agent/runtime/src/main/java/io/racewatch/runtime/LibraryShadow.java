package io.racewatch.runtime;

import io.racewatch.runtime.table.IdentityEntry;
import io.racewatch.runtime.table.IdentityTable;

/** The shadow of a library object that is not thread-safe: one state for the whole object. */
final class LibraryShadow extends IdentityEntry {
  private static final long STATE = Internals.offset(LibraryShadow.class, "state");
  private static final long BYTES = 72;
  private static final Table TABLE = new Table();

  /** Replaced by compare-and-set, see {@link Detector}. */
  private Shadow state;

  private LibraryShadow(Object key) {
    super(key);
  }

  private static final class Table extends IdentityTable<LibraryShadow> {
    @Override
    protected LibraryShadow make(Object key) {
      if (!Budget.allows()) {
        return null;
      }
      Budget.take(BYTES);
      return new LibraryShadow(key);
    }

    @Override
    protected void dropped(LibraryShadow entry) {
      Budget.giveBack(BYTES);
    }
  }

  static void access(Object object, boolean writes, ThreadState t, int site) {
    int kind = LibraryClasses.kind(object);
    if (kind == LibraryClasses.SAFE || Overrides.decide(object, site)) {
      return;
    }
    LibraryShadow[] cache = t.caches.libraries;
    int slot = site & cache.length - 1;
    LibraryShadow shadow = cache[slot];
    if (shadow == null || !shadow.of(object)) {
      shadow = TABLE.get(object);
      cache[slot] = shadow;
    }
    if (shadow == null) {
      return;
    }
    shadow.check(object, writes || kind == LibraryClasses.READS_WRITE, t, site);
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
