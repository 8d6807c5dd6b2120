package io.racewatch.runtime;

import io.racewatch.runtime.table.IdentityEntry;
import io.racewatch.runtime.table.IdentityTable;
import java.util.Arrays;

/**
 * Shadows of plain fields of classes that are not woven, by object and offset. Look-ups take no
 * lock.
 */
final class BareFields {
  private static final Cell[] NO_CELLS = {};

  /** Where the state stands in what {@link #cell} returns. */
  static final long STATE = Internals.offset(Cell.class, "state");

  private static final Table TABLE = new Table();

  private BareFields() {}

  private static final class Entry extends IdentityEntry {
    /** Replaced as a whole by one that is longer. */
    private volatile Cell[] cells = NO_CELLS;

    Entry(Object key) {
      super(key);
    }

    Cell cell(long field) {
      for (Cell c : cells) {
        if (c.field == field) {
          return c;
        }
      }
      return add(field);
    }

    private synchronized Cell add(long field) {
      for (Cell c : cells) {
        if (c.field == field) {
          return c;
        }
      }
      Cell[] more = Arrays.copyOf(cells, cells.length + 1);
      Cell cell = new Cell(field);
      more[cells.length] = cell;
      cells = more;
      return cell;
    }
  }

  private static final class Cell {
    final long field;

    /** Replaced by compare-and-set, see {@link Detector}. */
    Shadow state;

    Cell(long field) {
      this.field = field;
    }
  }

  private static final class Table extends IdentityTable<Entry> {
    @Override
    protected Entry make(Object key) {
      return new Entry(key);
    }
  }

  /** What holds the state of the field at an offset. */
  static Object cell(Object o, long field) {
    return TABLE.get(o).cell(field);
  }

  /**
   * The field at an offset was accessed.
   *
   * @param o the object, or the class of a static field
   */
  static void access(Object o, long field, boolean writes, ThreadState t, int site) {
    Cell cell = TABLE.get(o).cell(field);
    if (writes) {
      Detector.write(cell, STATE, o, -1, t, site);
    } else {
      Detector.read(cell, STATE, o, -1, t, site);
    }
  }
}
