package io.racewatch.code.input;

/** Takes class files; called by one thread at a time. */
interface ClassSink {
  /** Takes the bytes of what calls itself a class file. */
  void bytes(byte[] bytes, String place, boolean own);

  /** Something inside a path that cannot be read; the rest goes on. */
  void broken(String place, String reason);
}
