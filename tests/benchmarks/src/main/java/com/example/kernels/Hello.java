package com.example.kernels;

/** Starts and ends. */
public final class Hello {
  private Hello() {}

  /** Takes no arguments. */
  public static void main(String[] args) {
    System.out.println("hello");
  }
}
