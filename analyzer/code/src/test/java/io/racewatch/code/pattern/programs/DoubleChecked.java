package io.racewatch.code.pattern.programs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Double-checked locking, broken and right. */
class DoubleChecked {
  private final Lock lock = new ReentrantLock();
  private List<String> plain;
  private static List<String> shared;
  private volatile List<String> proper;
  private volatile Map<String, String> early;
  private volatile Map<String, String> late;
  private boolean done;
  private String text;
  private List<String> guarded;

  List<String> broken() {
    if (plain == null) { // likely: double-checked-locking
      synchronized (this) {
        if (plain == null) {
          plain = new ArrayList<>();
        }
      }
    }
    return plain;
  }

  static List<String> brokenWithLocal() {
    List<String> result = shared; // likely: double-checked-locking
    if (result == null) {
      synchronized (DoubleChecked.class) {
        result = shared;
        if (result == null) {
          result = new ArrayList<>();
          shared = result;
        }
      }
    }
    return result;
  }

  void brokenFlag() {
    if (!done) { // likely: double-checked-locking
      lock.lock();
      try {
        if (!done) {
          guarded = new ArrayList<>();
          done = true;
        }
      } finally {
        lock.unlock();
      }
    }
  }

  String harmless() {
    if (text == null) { // possible: double-checked-locking
      synchronized (this) {
        if (text == null) {
          text = Integer.toString(hashCode());
        }
      }
    }
    return text;
  }

  List<String> right() {
    if (proper == null) {
      synchronized (this) {
        if (proper == null) {
          proper = new ArrayList<>();
        }
      }
    }
    return proper;
  }

  Map<String, String> publishedEmpty() {
    if (early == null) {
      synchronized (this) {
        if (early == null) {
          early = new HashMap<>(); // likely: double-checked-locking
          early.put("a", "b");
        }
      }
    }
    return early;
  }

  Map<String, String> publishedFull() {
    if (late == null) {
      synchronized (this) {
        if (late == null) {
          Map<String, String> map = new HashMap<>();
          map.put("a", "b");
          late = map;
        }
      }
    }
    return late;
  }

  synchronized List<String> single() {
    if (guarded == null) {
      guarded = new ArrayList<>();
    }
    return guarded;
  }
}
