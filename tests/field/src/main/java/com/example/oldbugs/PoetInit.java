package com.example.oldbugs;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.TypeName;

/** JavaPoet 1.13.0: the first use of two classes whose initializers need each other, in turns. */
public final class PoetInit {
  private PoetInit() {}

  /** No arguments. */
  public static void main(String[] args) throws Exception {
    TurnsRwIgnored.play(
        () -> System.out.println(ClassName.get(Object.class)),
        () -> System.out.println(TypeName.get(int.class)));
    System.out.println("over");
  }
}
