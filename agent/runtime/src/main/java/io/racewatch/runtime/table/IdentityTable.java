package io.racewatch.runtime.table;

/**
 * A weak map from objects, by identity, to entries. Look-ups take no lock; an insertion takes the
 * short spin lock of its segment. Entries of dead objects go when a segment would grow, and by
 * {@link Sweeper}. Objects of woven classes have their entries {@link Beside} them.
 *
 * @param <E> the kind of entry
 */
public abstract class IdentityTable<E extends IdentityEntry> {
  static final int SEGMENTS = 64;

  private final Segment<E>[] segments;

  /** An empty table. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  protected IdentityTable() {
    segments = new Segment[SEGMENTS];
    for (int i = 0; i < SEGMENTS; i++) {
      segments[i] = new Segment<>();
    }
    Sweeper.add(this);
  }

  /**
   * Makes the entry of an object; null if none may be made. Runs under a spin lock, so it must be
   * short and call nothing that is observed. Where two threads make one, one of them is not used.
   */
  protected abstract E make(Object key);

  /** An entry was stored in the table itself. Runs under a spin lock like {@link #make}. */
  protected void stored(E entry) {}

  /** A stored entry was dropped because its object is dead. Runs like {@link #stored}. */
  protected void dropped(E entry) {}

  /** The entry of an object, or null. */
  @SuppressWarnings("unchecked")
  public final E find(Object key) {
    long place = Beside.place(key);
    if (place > 0) {
      return (E) Beside.find(this, key, place);
    }
    int hash = System.identityHashCode(key);
    return segments[segment(hash)].find(key, hash);
  }

  /** The entry of an object, made if there is none; null if {@link #make} refused. */
  public final E get(Object key) {
    long place = Beside.place(key);
    if (place > 0) {
      return beside(key, place);
    }
    int hash = System.identityHashCode(key);
    Segment<E> segment = segments[segment(hash)];
    E entry = segment.find(key, hash);
    return entry != null ? entry : segment.insert(this, key, hash);
  }

  @SuppressWarnings("unchecked")
  private E beside(Object key, long place) {
    E there = (E) Beside.find(this, key, place);
    E made = there != null ? null : make(key);
    if (made == null) {
      return there;
    }
    made.table = this;
    return (E) Beside.keep(made, key, place);
  }

  /** Whether the object has its entries beside it: to look one up is as cheap as to remember it. */
  public static boolean isBeside(Object key) {
    return Beside.place(key) > 0;
  }

  /** About how many entries there are in the table itself, dead ones included. */
  public final int size() {
    int sum = 0;
    for (Segment<E> segment : segments) {
      sum += segment.size();
    }
    return sum;
  }

  /** Takes entries of dead objects out of one segment. */
  final void sweep(int segment) {
    segments[segment].sweep(this);
  }

  private static int segment(int hash) {
    return (hash ^ hash >>> 11) & SEGMENTS - 1;
  }
}
