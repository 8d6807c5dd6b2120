package com.example.guest;

/** A program that has nothing to hide, and looks for what racewatch might show by accident. */
public final class Hello {
  private Hello() {}

  /** Prints what it finds. */
  public static void main(String[] arguments) {
    System.out.println("Hello");
    System.out.println("thread " + Thread.currentThread().getName());
    System.out.println("loader " + Thread.currentThread().getContextClassLoader().getClass());
    String[] inside = {
      "org.objectweb.asm.ClassReader",
      "org.jgrapht.Graph",
      "picocli.CommandLine",
      "com.fasterxml.jackson.core.JsonFactory",
      "io.racewatch.model.Finding"
    };
    for (String each : inside) {
      System.out.println(each + " " + isVisible(each));
    }
    System.out.println("insides of the JDK " + isOpen());
  }

  private static boolean isVisible(String name) {
    try {
      Class.forName(name);
      return true;
    } catch (ClassNotFoundException expected) {
      return false;
    }
  }

  private static boolean isOpen() {
    try {
      Class.forName("jdk.internal.misc.Unsafe").getMethod("getUnsafe").invoke(null);
      return true;
    } catch (ReflectiveOperationException expected) {
      return false;
    }
  }
}
