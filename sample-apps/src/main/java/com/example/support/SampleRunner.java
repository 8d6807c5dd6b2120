package com.example.support;

import java.lang.reflect.InvocationTargetException;

/** Runs the main methods of the classes named on the command line, one after the other. */
public final class SampleRunner {
  private SampleRunner() {}

  /** Prints a line {@code == class} before each. */
  public static void main(String[] args) throws ReflectiveOperationException {
    for (String name : args) {
      System.out.println("== " + name);
      try {
        Class.forName(name).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
      } catch (InvocationTargetException e) {
        System.out.println("threw " + e.getCause());
      }
    }
  }
}
