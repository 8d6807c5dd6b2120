package io.racewatch.instrument.tape;

/** Stands in for the real hooks and writes down each call. */
public final class Hooks {
  private Hooks() {}

  public static void read(Object o, Shadow s, ThreadState t, int site) {
    HookTape.add("read", o, s, t, site);
  }

  public static void write(Object o, Shadow s, ThreadState t, int site) {
    HookTape.add("write", o, s, t, site);
  }

  public static void readStatic(Shadow s, ThreadState t, int site) {
    HookTape.add("readStatic", s, t, site);
  }

  public static void writeStatic(Shadow s, ThreadState t, int site) {
    HookTape.add("writeStatic", s, t, site);
  }

  public static void readField(Object o, ThreadState t, int site) {
    HookTape.add("readField", o, t, site);
  }

  public static void writeField(Object o, ThreadState t, int site) {
    HookTape.add("writeField", o, t, site);
  }

  public static void readStaticField(ThreadState t, int site) {
    HookTape.add("readStaticField", t, site);
  }

  public static void writeStaticField(ThreadState t, int site) {
    HookTape.add("writeStaticField", t, site);
  }

  public static void readStaticFinal(ThreadState t, int site) {
    HookTape.add("readStaticFinal", t, site);
  }

  public static void initOrder(InitClock initialized, ThreadState t) {
    HookTape.add("initOrder", initialized, t);
  }

  public static void superOrder(InitClock inherited, Class<?> woven, ThreadState t) {
    HookTape.add("superOrder " + woven.getSimpleName(), inherited, t);
  }

  public static void initBegin(Class<?> initialized, ThreadState t) {
    HookTape.add("initBegin " + initialized.getSimpleName(), t);
  }

  public static InitClock initialized(ThreadState t) {
    HookTape.add("initialized", t);
    return new InitClock();
  }

  public static InitClock initFailed(String name, ThreadState t) {
    HookTape.add("initFailed " + name, t);
    return new InitClock();
  }

  public static void volatileRead(Object o, ThreadState t, int site) {
    HookTape.add("volatileRead", o, t, site);
  }

  public static void volatileWrite(Object o, ThreadState t, int site) {
    HookTape.add("volatileWrite", o, t, site);
  }

  public static void volatileReadStatic(ThreadState t, int site) {
    HookTape.add("volatileReadStatic", t, site);
  }

  public static void volatileWriteStatic(ThreadState t, int site) {
    HookTape.add("volatileWriteStatic", t, site);
  }

  public static void readElement(Object array, int index, ThreadState t, int site) {
    HookTape.add("readElement", array, index, t, site);
  }

  public static void writeElement(Object array, int index, ThreadState t, int site) {
    HookTape.add("writeElement", array, index, t, site);
  }

  public static void readRange(Object array, int from, int to, ThreadState t, int site) {
    HookTape.add("readRange", array, from, to, t, site);
  }

  public static void writeRange(Object array, int from, int to, ThreadState t, int site) {
    HookTape.add("writeRange", array, from, to, t, site);
  }

  public static void arraycopy(
      Object from, int fromPos, Object to, int toPos, int length, ThreadState t, int site) {
    HookTape.add("arraycopy", from, fromPos, to, toPos, length, t, site);
  }

  public static void cloned(Object copy, Object original, ThreadState t, int site) {
    HookTape.add("cloned", copy, original, t, site);
  }
}
