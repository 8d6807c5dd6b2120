package com.example.order.rows;

import com.example.order.Table;

/** All sections together. */
public final class Rows {
  private Rows() {}

  /** The table. */
  public static Table all() {
    Table table = new Table();
    LanguageRows.add(table);
    NoOrderRows.add(table);
    ThreadRows.add(table);
    ClassInitRows.add(table);
    FinalFieldRows.add(table);
    HandleRows.add(table);
    HandlePlaceRows.add(table);
    AtomicRows.add(table);
    AtomicFieldRows.add(table);
    LockRows.add(table);
    ReadWriteRows.add(table);
    StampedRows.add(table);
    UnaskedRows.add(table);
    SynchronizerRows.add(table);
    ExecutorRows.add(table);
    PeriodicRows.add(table);
    FutureRows.add(table);
    ForkJoinRows.add(table);
    ParallelRows.add(table);
    CompletableRows.add(table);
    CompletableStageRows.add(table);
    MapRows.add(table);
    SortedRows.add(table);
    QueueRows.add(table);
    ContainerRows.add(table);
    CollectionRows.add(table);
    LibraryRows.add(table);
    FlowRows.add(table);
    ReferenceRows.add(table);
    VirtualRows.add(table);
    OuterRows.add(table);
    Wrong.add(table);
    return table;
  }
}
