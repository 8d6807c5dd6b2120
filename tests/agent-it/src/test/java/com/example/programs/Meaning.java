package com.example.programs;

import java.util.List;

/** Prints what a program can see of itself; the agent must not change a line of it. */
public final class Meaning {
  private Meaning() {}

  /** Starts here. */
  public static void main(String[] args) {
    List<Runnable> parts =
        List.of(
            new SeenByReflection(),
            new Serialized(),
            new Messages(),
            new Initialisation(),
            new Environment(),
            new Limits(),
            new MethodReferences(),
            new Declared(),
            new Waiting());
    for (Runnable part : parts) {
      System.out.println("== " + part.getClass().getSimpleName());
      part.run();
    }
  }
}
