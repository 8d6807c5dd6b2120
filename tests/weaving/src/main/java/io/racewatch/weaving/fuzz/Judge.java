package io.racewatch.weaving.fuzz;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.IllegalClassFormatException;

/** Holds a class as it is against the same class woven. Safe from several threads at once. */
final class Judge {
  /** The transformer broke its promise; the message says how. */
  static final class Broken extends AssertionError {
    private static final long serialVersionUID = 1;

    Broken(String message, Throwable cause) {
      super(message, cause);
    }
  }

  private final ClassFileTransformer transformer;

  Judge(ClassFileTransformer transformer) {
    this.transformer = transformer;
  }

  /**
   * What the JVM links must link woven too. Nothing may come out of the transformer, whatever it is
   * given.
   *
   * @param name binary name of the class
   * @throws Broken if not so
   */
  void links(String name, byte[] plain) {
    OneClass before = new OneClass(name, plain);
    byte[] woven = woven(before, name, plain);
    if (woven == null || !(before.linked() instanceof Class)) {
      return;
    }
    link(name, woven);
  }

  /**
   * A program must give the same result.
   *
   * @throws Broken if it does not, or does not link woven
   */
  void runs(String name, byte[] plain) {
    OneClass before = new OneClass(name, plain);
    byte[] woven = woven(before, name, plain);
    Object original = before.linked();
    if (!(original instanceof Class<?> type)) {
      throw new IllegalStateException("the generator made no class", (Throwable) original);
    }
    if (woven == null) {
      throw new Broken("a generated class is not woven", null);
    }
    String expected = Trial.of(type);
    String actual = Trial.of(link(name, woven));
    if (!expected.equals(actual)) {
      throw new Broken("plain: " + expected + "\nwoven: " + actual, null);
    }
  }

  private static Class<?> link(String name, byte[] woven) {
    Object after = new OneClass(name, woven).linked();
    if (after instanceof Class<?> type) {
      return type;
    }
    throw new Broken("links plainly and not woven", (Throwable) after);
  }

  private byte[] woven(ClassLoader loader, String name, byte[] plain) {
    byte[] given = plain.clone();
    try {
      byte[] woven = transformer.transform(loader, name.replace('.', '/'), null, null, given);
      if (!java.util.Arrays.equals(given, plain)) {
        throw new Broken("the transformer changed the class file that it was given", null);
      }
      return woven;
    } catch (IllegalClassFormatException | RuntimeException | LinkageError thrown) {
      throw new Broken("out of the transformer", thrown);
    }
  }
}
