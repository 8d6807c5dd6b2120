package io.racewatch.code.pattern.programs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Vector;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Updates in two steps. */
class NonAtomics {
  private volatile int count;
  private volatile long total;
  private static volatile int all;
  private final ConcurrentMap<String, Integer> counts = new ConcurrentHashMap<>();
  private final Map<String, List<String>> lists = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, List<String>> exact = new ConcurrentHashMap<>();
  private final Map<String, String> plain = new HashMap<>();
  private final Map<String, String> either;
  private final AtomicInteger atomic = new AtomicInteger();

  NonAtomics(boolean concurrent) {
    if (concurrent) {
      either = new ConcurrentHashMap<>();
    } else {
      either = new HashMap<>();
    }
  }

  void increment() {
    count++; // likely: non-atomic-update
  }

  void add(int amount) {
    total += amount; // likely: non-atomic-update
  }

  static void decrement() {
    all = all - 1; // likely: non-atomic-update
  }

  synchronized void guarded() {
    count++;
    helped();
  }

  private void helped() {
    count++;
  }

  void enteredByOthers() {
    perhapsGuarded();
  }

  private void perhapsGuarded() {
    total++; // possible: non-atomic-update
  }

  public void enteredByAll() {
    neverGuarded();
  }

  private void neverGuarded() {
    total--; // likely: non-atomic-update
  }

  void set(int amount) {
    count = amount + 1;
  }

  void bump(String key) {
    Integer old = counts.get(key);
    counts.put(key, old == null ? 1 : old + 1); // likely: non-atomic-update
  }

  void bumpPresent(String key) {
    counts.put(key, counts.get(key) + 1); // likely: non-atomic-update
  }

  List<String> list(String key) {
    List<String> list = exact.get(key);
    if (list == null) {
      list = new ArrayList<>();
      exact.put(key, list); // likely: non-atomic-update
    }
    return list;
  }

  List<String> listOfDeclaredMap(String key) {
    List<String> list = lists.get(key);
    if (list == null) {
      list = new ArrayList<>();
      lists.put(key, list); // likely: non-atomic-update
    }
    return list;
  }

  void notConcurrent(String key) {
    if (plain.get(key) == null) {
      plain.put(key, "a");
    }
    if (either.get(key) == null) {
      either.put(key, "a");
    }
  }

  Integer cached(String key) {
    Integer known = counts.get(key);
    if (known == null) {
      known = measure(key);
      counts.put(key, known); // possible: non-atomic-update
    }
    return known;
  }

  private static Integer measure(String key) {
    return key.length();
  }

  void unlessThere(String key) {
    if (!counts.containsKey(key)) {
      counts.put(key, 1); // likely: non-atomic-update
    }
  }

  List<String> ignored(String key) {
    List<String> list = new ArrayList<>();
    exact.putIfAbsent(key, list); // likely: non-atomic-update
    list.add("a");
    return list;
  }

  List<String> ignoredAndReturned(String key) {
    List<String> list = new ArrayList<>();
    exact.putIfAbsent(key, list); // possible: non-atomic-update
    return list;
  }

  void setOfGet() {
    atomic.set(atomic.get() + 1); // likely: non-atomic-update
  }

  void right(String key) {
    counts.merge(key, 1, Integer::sum);
    exact.computeIfAbsent(key, any -> new ArrayList<>()).add("a");
    List<String> made = new ArrayList<>();
    List<String> before = exact.putIfAbsent(key, made);
    (before == null ? made : before).add("b");
    atomic.incrementAndGet();
    atomic.set(count);
  }

  void put(String key) {
    counts.put(key, 1);
    if (counts.get("other") == null) {
      counts.put(key, 2);
    }
  }

  synchronized void guardedPut(String key) {
    if (!counts.containsKey(key)) {
      counts.put(key, 1);
    }
  }

  void localMap(String key) {
    ConcurrentMap<String, Integer> local = new ConcurrentHashMap<>();
    if (!local.containsKey(key)) {
      local.put(key, 1);
    }
    lists.put(key, new ArrayList<>());
  }

  /**
   * Whether who calls the hidden method holds a lock is for other classes of the package to say.
   */
  public static class Shown {
    private volatile int hidden;
    private volatile int open;

    void hidden() {
      hidden++; // possible: non-atomic-update
    }

    public void open() {
      open++; // likely: non-atomic-update
    }
  }

  /** Collections whose every call is safe, and what two calls make of that. */
  static final class Steps {
    private final List<String> names = Collections.synchronizedList(new ArrayList<>());
    private final Vector<String> old = new Vector<>();
    private final Hashtable<String, String> table = new Hashtable<>();
    private final AtomicReference<String> first = new AtomicReference<>();
    private final List<String> own = new ArrayList<>();

    void once(String name) {
      if (!names.contains(name)) {
        names.add(name); // likely: non-atomic-update
      }
    }

    String oldest() {
      if (old.isEmpty()) {
        return null;
      }
      return old.remove(0); // possible: non-atomic-update
    }

    void table(String key) {
      if (table.get(key) == null) {
        table.put(key, key); // possible: non-atomic-update
      }
    }

    void first(String name) {
      if (first.get() == null) {
        first.set(name); // likely: non-atomic-update
      }
    }

    void locked(String name) {
      synchronized (names) {
        if (!names.contains(name)) {
          names.add(name);
        }
      }
    }

    void another(String name, String other) {
      if (!names.contains(name)) {
        names.add(other);
      }
      if (!own.contains(name)) {
        own.add(name);
      }
      if (first.get() == null) {
        first.compareAndSet(null, name);
      }
    }
  }
}
