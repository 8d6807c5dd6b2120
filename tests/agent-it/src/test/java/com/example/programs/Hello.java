package com.example.programs;

/** The smallest program. */
public final class Hello {
  private Hello() {}

  /** Starts here. */
  public static void main(String[] args) {
    System.out.println("hello");
  }
}
