package io.racewatch.runtime;

import io.racewatch.format.EdgeKind;
import io.racewatch.runtime.table.IdentityEntry;
import io.racewatch.runtime.table.IdentityTable;

/**
 * Clocks of variables that have no place beside the data, by object and key: a field of a class
 * that is not woven, an element of an array, an address of Unsafe.
 */
final class SideVars {
  private static final Table TABLE = new Table();

  private SideVars() {}

  private static final class Entry extends IdentityEntry {
    private Object[] keys = new Object[2];
    private SyncClock[] clocks = new SyncClock[2];
    private int used;

    Entry(Object key) {
      super(key);
    }

    synchronized SyncClock clock(Object key, boolean make) {
      for (int i = 0; i < used; i++) {
        if (keys[i].equals(key)) {
          return clocks[i];
        }
      }
      if (!make) {
        return null;
      }
      if (used == keys.length) {
        keys = java.util.Arrays.copyOf(keys, used * 2);
        clocks = java.util.Arrays.copyOf(clocks, used * 2);
      }
      keys[used] = key;
      clocks[used] = new SyncClock((byte) EdgeKind.VOLATILE);
      return clocks[used++];
    }
  }

  /** Elements of arrays, by index. */
  private static final class Elements extends IdentityEntry {
    private final SyncClock[] clocks;

    Elements(Object array, int length) {
      super(array);
      clocks = new SyncClock[length];
    }

    SyncClock clock(int index, boolean make) {
      return index < 0 || index >= clocks.length
          ? null
          : Variables.beside(clocks, Internals.element(index), make);
    }
  }

  private static final class Table extends IdentityTable<Entry> {
    @Override
    protected Entry make(Object key) {
      return new Entry(key);
    }
  }

  private static final class ArrayTable extends IdentityTable<Elements> {
    @Override
    protected Elements make(Object key) {
      int length =
          key.getClass().isArray()
              ? java.lang.reflect.Array.getLength(key)
              : AtomicArrays.length(key);
      return new Elements(key, length);
    }
  }

  private static final ArrayTable ARRAYS = new ArrayTable();

  /** The clock of a variable of an object; null if there is none and none is to be made. */
  static SyncClock clock(Object o, Object key, boolean make) {
    Entry entry = make ? TABLE.get(o) : TABLE.find(o);
    return entry == null ? null : entry.clock(key, make);
  }

  /** The clock of an element of an array or of an AtomicXArray. */
  static SyncClock element(Object array, int index, boolean make) {
    Elements entry = make ? ARRAYS.get(array) : ARRAYS.find(array);
    return entry == null ? null : entry.clock(index, make);
  }
}
