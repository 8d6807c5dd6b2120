package io.racewatch.runtime;

/** Stands in for the real hooks and writes down each call. */
public final class Hooks {
  private Hooks() {}

  public static void read(Object o, Shadow s, ThreadState t, int site) {
    Recorder.add("read", o, s, t, site);
  }

  public static void write(Object o, Shadow s, ThreadState t, int site) {
    Recorder.add("write", o, s, t, site);
  }

  public static void readStatic(Shadow s, ThreadState t, int site) {
    Recorder.add("readStatic", s, t, site);
  }

  public static void writeStatic(Shadow s, ThreadState t, int site) {
    Recorder.add("writeStatic", s, t, site);
  }

  public static void readField(Object o, ThreadState t, int site) {
    Recorder.add("readField", o, t, site);
  }

  public static void writeField(Object o, ThreadState t, int site) {
    Recorder.add("writeField", o, t, site);
  }

  public static void readStaticField(ThreadState t, int site) {
    Recorder.add("readStaticField", t, site);
  }

  public static void writeStaticField(ThreadState t, int site) {
    Recorder.add("writeStaticField", t, site);
  }

  public static void readStaticFinal(ThreadState t, int site) {
    Recorder.add("readStaticFinal", t, site);
  }

  public static void initOrder(SyncClock initialized, ThreadState t) {
    Recorder.add("initOrder", initialized, t);
  }

  public static SyncClock initialized(ThreadState t) {
    Recorder.add("initialized", t);
    return new SyncClock();
  }

  public static void volatileRead(Object o, ThreadState t, int site) {
    Recorder.add("volatileRead", o, t, site);
  }

  public static void volatileWrite(Object o, ThreadState t, int site) {
    Recorder.add("volatileWrite", o, t, site);
  }

  public static void volatileReadStatic(ThreadState t, int site) {
    Recorder.add("volatileReadStatic", t, site);
  }

  public static void volatileWriteStatic(ThreadState t, int site) {
    Recorder.add("volatileWriteStatic", t, site);
  }

  public static void readElement(Object array, int index, ThreadState t, int site) {
    Recorder.add("readElement", array, index, t, site);
  }

  public static void writeElement(Object array, int index, ThreadState t, int site) {
    Recorder.add("writeElement", array, index, t, site);
  }

  public static void readRange(Object array, int from, int to, ThreadState t, int site) {
    Recorder.add("readRange", array, from, to, t, site);
  }

  public static void writeRange(Object array, int from, int to, ThreadState t, int site) {
    Recorder.add("writeRange", array, from, to, t, site);
  }

  public static void arraycopy(Object from, int fromPos, Object to, int toPos, int length, ThreadState t, int site) {
    Recorder.add("arraycopy", from, fromPos, to, toPos, length, t, site);
  }

  public static void cloned(Object copy, Object original, ThreadState t, int site) {
    Recorder.add("cloned", copy, original, t, site);
  }
}
