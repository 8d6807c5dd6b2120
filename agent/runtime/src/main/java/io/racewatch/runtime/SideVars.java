package io.racewatch.runtime;

import io.racewatch.format.EdgeKind;
import io.racewatch.runtime.table.IdentityEntry;
import io.racewatch.runtime.table.IdentityTable;
import java.util.Arrays;

/**
 * Clocks of variables that have no place beside the data: a field of a class that is not woven, by
 * object and offset; an element of an array; what only a name stands for. Look-ups take no lock.
 */
final class SideVars {
  private static final int BLOCK_BITS = 5;
  private static final int BLOCK = 1 << BLOCK_BITS;
  private static final Var[] NO_VARS = {};
  private static final Table TABLE = new Table();
  private static final ArrayTable ARRAYS = new ArrayTable();

  private SideVars() {}

  /** A variable of an object: a name of ours or a class of the JDK, else null; and a number. */
  private record Var(Object name, long number, SyncClock clock) {}

  private static final class Entry extends IdentityEntry {
    /** Replaced as a whole by one that is longer. */
    private volatile Var[] vars = NO_VARS;

    Entry(Object key) {
      super(key);
    }

    SyncClock clock(Object name, long number, boolean make) {
      for (Var v : vars) {
        if (v.number == number && v.name == name) {
          return v.clock;
        }
      }
      return make ? add(name, number) : null;
    }

    private synchronized SyncClock add(Object name, long number) {
      SyncClock there = clock(name, number, false);
      if (there != null) {
        return there;
      }
      Var[] more = Arrays.copyOf(vars, vars.length + 1);
      SyncClock clock = new SyncClock((byte) EdgeKind.VOLATILE);
      more[vars.length] = new Var(name, number, clock);
      vars = more;
      return clock;
    }
  }

  /** Elements of arrays, by index; room for them is made by blocks. */
  private static final class Elements extends IdentityEntry {
    private final int length;
    private final SyncClock[][] blocks;

    Elements(Object array, int length) {
      super(array);
      this.length = length;
      this.blocks = new SyncClock[length + BLOCK - 1 >>> BLOCK_BITS][];
    }

    SyncClock clock(int index, boolean make) {
      if (index < 0 || index >= length) {
        return null;
      }
      long word = Internals.element(index >>> BLOCK_BITS);
      Object block = Internals.U.getReferenceAcquire(blocks, word);
      if (block == null) {
        if (!make) {
          return null;
        }
        Object made = new SyncClock[BLOCK];
        block = Internals.U.compareAndExchangeReference(blocks, word, null, made);
        block = block == null ? made : block;
      }
      return Variables.beside(block, Internals.element(index & BLOCK - 1), make);
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

  /** The clock of the variable at an offset; null if there is none and none is to be made. */
  static SyncClock at(Object o, long offset, boolean make) {
    return clock(o, null, offset, make);
  }

  /** The clock of what a name, always the same object, and a number stand for. */
  static SyncClock clock(Object o, Object name, long number, boolean make) {
    Entry entry = make ? TABLE.get(o) : TABLE.find(o);
    return entry == null ? null : entry.clock(name, number, make);
  }

  /** The clock of an element of an array or of an AtomicXArray. */
  static SyncClock element(Object array, int index, boolean make) {
    Elements entry = make ? ARRAYS.get(array) : ARRAYS.find(array);
    return entry == null ? null : entry.clock(index, make);
  }
}
