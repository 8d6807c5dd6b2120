package io.racewatch.bytecode;

/** Where the bytes of a class come from. */
public interface ClassBytes {
  /**
   * Finds a class file.
   *
   * @param internalName name with slashes
   * @return what was found, or null
   */
  Found find(String internalName);

  /**
   * A class file.
   *
   * @param bytes the file's content
   * @param jdk true if the class belongs to the JDK
   */
  record Found(byte[] bytes, boolean jdk) {}
}
