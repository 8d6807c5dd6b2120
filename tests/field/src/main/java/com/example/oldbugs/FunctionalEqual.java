package com.example.oldbugs;

import fj.Equal;
import fj.data.LazyString;

/** Functional Java 4.7: one thread uses Equal first, another LazyString; never at once. */
public final class FunctionalEqual {
  private FunctionalEqual() {}

  /** No arguments. */
  public static void main(String[] args) throws Exception {
    TurnsRwIgnored.play(
        () -> System.out.println(Equal.anyEqual().eq("a", "a")),
        () -> System.out.println(LazyString.lines_().f(LazyString.str("a\nb")).length()));
    System.out.println("over");
  }
}
