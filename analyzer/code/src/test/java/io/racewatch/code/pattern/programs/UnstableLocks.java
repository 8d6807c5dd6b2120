package io.racewatch.code.pattern.programs;

import java.util.ArrayList;
import java.util.List;

/** Objects that are bad locks, and good ones. */
class UnstableLocks {
  static class Sub extends UnstableLocks {}

  private Integer count = 0;
  private final Boolean flag = Boolean.TRUE;
  private static final String NAME = "name";
  private List<String> changing = new ArrayList<>();
  private List<String> once;
  private final Object fine = new Object();
  private Object effectivelyFinal = new Object();
  private int value;

  UnstableLocks() {
    once = new ArrayList<>();
  }

  void boxed() {
    synchronized (count) { // likely: unstable-lock
      count++;
    }
  }

  void bool() {
    synchronized (flag) { // likely: unstable-lock
      value++;
    }
  }

  void constant() {
    synchronized (NAME) { // likely: unstable-lock
      value++;
    }
  }

  void interned(String key) {
    synchronized (key.intern()) { // likely: unstable-lock
      value++;
    }
  }

  void setAgain() {
    synchronized (changing) { // likely: unstable-lock
      changing = new ArrayList<>();
    }
  }

  void ofClass() {
    synchronized (getClass()) { // likely: unstable-lock
      value++;
    }
  }

  void setUp() {
    synchronized (once) { // possible: unstable-lock
      once.add("a");
    }
  }

  void init() {
    once = new ArrayList<>();
  }

  void good() {
    synchronized (fine) {
      value++;
    }
    synchronized (effectivelyFinal) {
      value++;
    }
    synchronized (UnstableLocks.class) {
      value++;
    }
    synchronized (this) {
      value++;
    }
  }
}
