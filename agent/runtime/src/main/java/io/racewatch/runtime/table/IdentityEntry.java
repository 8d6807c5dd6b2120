package io.racewatch.runtime.table;

import java.lang.ref.WeakReference;

/** What a side table keeps of one object. Holds the object weakly. */
public abstract class IdentityEntry extends WeakReference<Object> {
  final int hash;
  volatile IdentityEntry next;

  /** The table, if the entry stands {@link Beside} its object. */
  IdentityTable<?> table;

  /** An entry for an object. */
  protected IdentityEntry(Object key) {
    super(key);
    this.hash = Beside.place(key) > 0 ? Beside.hash() : System.identityHashCode(key);
  }

  /** Spreads objects over caches. */
  public final int spread() {
    return hash ^ hash >>> 13;
  }

  /** Whether this is the entry of that object; of null: whether its object is gone. */
  public final boolean of(Object key) {
    return refersTo(key);
  }
}
