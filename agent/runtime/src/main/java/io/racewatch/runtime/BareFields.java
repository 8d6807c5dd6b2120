package io.racewatch.runtime;

import io.racewatch.runtime.table.IdentityEntry;
import io.racewatch.runtime.table.IdentityTable;

/** Shadows of plain fields of classes that are not woven, by object and member. */
final class BareFields {
  private static final Table TABLE = new Table();

  private BareFields() {}

  private static final class Entry extends IdentityEntry {
    private String[] members = new String[2];
    private Cell[] cells = new Cell[2];
    private int used;

    Entry(Object key) {
      super(key);
    }

    synchronized Cell cell(String member) {
      for (int i = 0; i < used; i++) {
        if (members[i].equals(member)) {
          return cells[i];
        }
      }
      if (used == members.length) {
        members = java.util.Arrays.copyOf(members, used * 2);
        cells = java.util.Arrays.copyOf(cells, used * 2);
      }
      members[used] = member;
      cells[used] = new Cell();
      return cells[used++];
    }
  }

  private static final class Cell {
    static final long STATE = Internals.offset(Cell.class, "state");

    /** Replaced by compare-and-set, see {@link Detector}. */
    Shadow state;
  }

  private static final class Table extends IdentityTable<Entry> {
    @Override
    protected Entry make(Object key) {
      return new Entry(key);
    }
  }

  static void access(Object o, String member, boolean writes, ThreadState t, int site) {
    Cell cell = TABLE.get(o).cell(member);
    if (writes) {
      Detector.write(cell, Cell.STATE, o, -1, t, site);
    } else {
      Detector.read(cell, Cell.STATE, o, -1, t, site);
    }
  }
}
