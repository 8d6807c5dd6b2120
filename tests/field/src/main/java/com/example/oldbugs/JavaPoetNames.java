package com.example.oldbugs;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.TypeName;

/** JavaPoet 1.13.0: one thread uses TypeName first, another ClassName; never at once. */
public final class JavaPoetNames {
  private JavaPoetNames() {}

  /** No arguments. */
  public static void main(String[] args) throws Exception {
    TurnsRwIgnored.play(
        () -> System.out.println(TypeName.get(String.class)),
        () -> System.out.println(ClassName.get(Object.class)));
    System.out.println("over");
  }
}
