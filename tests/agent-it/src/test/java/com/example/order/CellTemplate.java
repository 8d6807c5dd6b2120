package com.example.order;

/**
 * The variables: an instance field, a static field, an array element, and a field of 64 bits; each
 * for write then read, read then write, write then write. Loaded under a name of its own for each
 * case. The members' names are those of the cells in the report.
 */
public final class CellTemplate implements Cells {
  private static int staticWriteRead;
  private static int staticReadWrite;
  private static int staticWriteWrite;
  private int fieldWriteRead;
  private int fieldReadWrite;
  private int fieldWriteWrite;
  private long longWriteRead;
  private long longReadWrite;
  private long longWriteWrite;
  private final int[] arrayWriteRead = new int[2];
  private final int[] arrayReadWrite = new int[2];
  private final int[] arrayWriteWrite = new int[2];

  @Override
  public void first() {
    staticWriteRead = 1;
    fieldWriteRead = 1;
    longWriteRead = 1;
    arrayWriteRead[1] = 1;
    long read = staticReadWrite;
    read += fieldReadWrite;
    read += longReadWrite;
    read += arrayReadWrite[1];
    staticWriteWrite = 1;
    fieldWriteWrite = 1;
    longWriteWrite = 1;
    arrayWriteWrite[1] = 1;
    keep(read);
  }

  @Override
  public void second() {
    long read = staticWriteRead;
    read += fieldWriteRead;
    read += longWriteRead;
    read += arrayWriteRead[1];
    staticReadWrite = 2;
    fieldReadWrite = 2;
    longReadWrite = 2;
    arrayReadWrite[1] = 2;
    staticWriteWrite = 2;
    fieldWriteWrite = 2;
    longWriteWrite = 2;
    arrayWriteWrite[1] = 2;
    keep(read);
  }

  private static void keep(long read) {
    if (read == Long.MIN_VALUE) {
      throw new IllegalStateException("no such sum is possible");
    }
  }
}
