package com.example.order.rows;

import static com.example.order.rows.HandleRows.won;
import static com.example.order.rows.LanguageRows.keep;
import static com.example.order.rows.MapRows.KEY;
import static com.example.order.rows.MapRows.fresh;

import com.example.order.Table;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.function.Supplier;

/** Q01 to Q13: one object in several containers, equal ones, wrappers and views of the JDK. */
final class ContainerRows {
  private ContainerRows() {}

  static void add(Table t) {
    twice(t);
    equal(t);
    wrapped(t);
    views(t);
    conditional(t);
    filtered(t);
  }

  /** Two of a kind. */
  private record Pair<T>(T one, T two) {}

  private static void twice(Table t) {
    twice(t, "ConcurrentLinkedQueue", ConcurrentLinkedQueue::new);
    twice(t, "LinkedBlockingQueue", LinkedBlockingQueue::new);
    twice(t, "ArrayBlockingQueue", () -> new ArrayBlockingQueue<>(2));
    twice(t, "LinkedBlockingDeque", LinkedBlockingDeque::new);
    twice(t, "ConcurrentLinkedDeque", ConcurrentLinkedDeque::new);
    twice(t, "LinkedTransferQueue", LinkedTransferQueue::new);
    twice(t, "PriorityBlockingQueue", PriorityBlockingQueue::new);
    t.racy(
        "Q02",
        "the same value in another map",
        m -> {
          Map<Object, Object> one = new ConcurrentHashMap<>();
          Map<Object, Object> two = new ConcurrentHashMap<>();
          m.inOrder(
              () -> two.put(KEY, Boolean.TRUE),
              () -> {
                m.first();
                one.put(equalKey(), Boolean.TRUE);
              },
              () -> {
                m.check(two.get(KEY) != null);
                m.second();
              });
        });
    t.racy(
        "Q02",
        "the same element in another set",
        m -> {
          Set<Object> one = ConcurrentHashMap.newKeySet();
          Set<Object> two = ConcurrentHashMap.newKeySet();
          m.inOrder(
              () -> two.add(KEY),
              () -> {
                m.first();
                one.add(KEY);
              },
              () -> {
                m.check(two.contains(KEY));
                m.second();
              });
        });
  }

  private static void twice(Table t, String name, Supplier<Queue<Object>> make) {
    t.racy(
        "Q11",
        name + ": the same object in another queue",
        m -> {
          Queue<Object> one = make.get();
          Queue<Object> two = make.get();
          Object token = equalKey();
          m.inOrder(
              () -> two.add(token),
              () -> {
                m.first();
                one.add(token);
              },
              () -> {
                m.check(two.poll() != null);
                m.second();
              });
        });
  }

  private static Object equalKey() {
    return new String(KEY.toCharArray());
  }

  private static void equal(Table t) {
    t.clean(
        "Q01",
        "containsKey of an equal key",
        ConcurrentHashMap<Object, Object>::new,
        p -> p.put(equalKey(), fresh()),
        p -> won(p.containsKey(equalKey())));
    t.clean(
        "Q05",
        "containsKey of an equal key: skip list map",
        ConcurrentSkipListMap<Object, Object>::new,
        p -> p.put(equalKey(), fresh()),
        p -> won(p.containsKey(equalKey())));
    equalInSet(t, "Q01", "newKeySet", ConcurrentHashMap::newKeySet);
    equalInSet(t, "Q05", "skip list set", ConcurrentSkipListSet::new);
    equalInSet(
        t, "Q01", "newSetFromMap", () -> Collections.newSetFromMap(new ConcurrentHashMap<>()));
    t.racy(
        "Q02",
        "newSetFromMap: contains is false",
        () -> Collections.newSetFromMap(new ConcurrentHashMap<>()),
        p -> p.add(KEY),
        p -> won(!p.contains("other")));
  }

  private static void equalInSet(Table t, String row, String name, Supplier<Set<Object>> make) {
    t.clean(
        row,
        name + ": contains an equal element",
        make,
        p -> p.add(equalKey()),
        p -> won(p.contains(equalKey())));
    t.clean(
        row,
        name + ": removes an equal element",
        make,
        p -> p.add(equalKey()),
        p -> won(p.remove(equalKey())));
  }

  /** A map and a wrapper of it. */
  private static Supplier<Pair<Map<Object, Object>>> wrapped(
      java.util.function.UnaryOperator<Map<Object, Object>> wrap) {
    return () -> {
      Map<Object, Object> map = new ConcurrentHashMap<>();
      return new Pair<>(map, wrap.apply(map));
    };
  }

  private static void wrapped(Table t) {
    t.clean(
        "Q01",
        "unmodifiableMap: get",
        wrapped(Collections::unmodifiableMap),
        p -> p.one.put(KEY, fresh()),
        p -> won(p.two.get(KEY) != null));
    t.clean(
        "Q01",
        "unmodifiableMap: containsKey",
        wrapped(Collections::unmodifiableMap),
        p -> p.one.put(KEY, fresh()),
        p -> won(p.two.containsKey(KEY)));
    t.clean(
        "Q01",
        "checkedMap: put, then get",
        wrapped(m -> Collections.checkedMap(m, Object.class, Object.class)),
        p -> p.two.put(KEY, fresh()),
        p -> won(p.two.get(KEY) != null));
    t.clean(
        "Q01",
        "checkedMap: put, then get of the map",
        wrapped(m -> Collections.checkedMap(m, Object.class, Object.class)),
        p -> p.two.put(KEY, fresh()),
        p -> won(p.one.get(KEY) != null));
    t.clean(
        "Q01",
        "unmodifiableSet: contains",
        () -> {
          Set<Object> set = ConcurrentHashMap.newKeySet();
          return new Pair<>(set, Collections.unmodifiableSet(set));
        },
        p -> p.one.add(KEY),
        p -> won(p.two.contains(KEY)));
    t.clean(
        "Q06",
        "unmodifiableCollection: iteration",
        () -> {
          Collection<Object> queue = new ConcurrentLinkedQueue<>();
          return new Pair<>(queue, Collections.unmodifiableCollection(queue));
        },
        p -> p.one.add(fresh()),
        p -> keep(p.two.iterator().next()));
  }

  private static void views(Table t) {
    t.clean(
        "Q01",
        "setValue of an entry, then get",
        ConcurrentHashMap<Object, Object>::new,
        p -> {
          p.put(KEY, "old");
          p.entrySet().iterator().next().setValue(fresh());
        },
        p -> keep(p.get(KEY)));
    t.clean(
        "Q05",
        "putAll, then get: skip list map",
        ConcurrentSkipListMap<Object, Object>::new,
        p -> {
          Map<Object, Object> from = new HashMap<>();
          from.put(KEY, fresh());
          p.putAll(from);
        },
        p -> won(p.get(KEY) != null));
    t.clean(
        "Q05",
        "first of a part of a set",
        ConcurrentSkipListSet<Object>::new,
        p -> p.add(equalKey()),
        p -> keep(p.tailSet("a").first()));
    t.clean(
        "Q05",
        "ceiling in a part of a set",
        ConcurrentSkipListSet<Object>::new,
        p -> p.add(equalKey()),
        p -> keep(p.tailSet("a").ceiling("b")));
    t.clean(
        "Q05",
        "put into a part of a map, then get",
        ConcurrentSkipListMap<Object, Object>::new,
        p -> p.tailMap("a").put(KEY, fresh()),
        p -> won(p.get(KEY) != null));
  }

  private static void conditional(Table t) {
    Object value = "value";
    t.clean(
        "Q01",
        "remove of a key and its value",
        ConcurrentHashMap<Object, Object>::new,
        p -> p.put(KEY, value),
        p -> won(p.remove(KEY, value)));
    t.clean(
        "Q01",
        "replace of a key and its value",
        ConcurrentHashMap<Object, Object>::new,
        p -> p.put(KEY, value),
        p -> won(p.replace(KEY, value, "next")));
    t.clean(
        "Q05",
        "remove of a key and its value: skip list map",
        ConcurrentSkipListMap<Object, Object>::new,
        p -> p.put(KEY, value),
        p -> won(p.remove(KEY, value)));
    t.clean(
        "Q05",
        "replace of a key and its value: skip list map",
        ConcurrentSkipListMap<Object, Object>::new,
        p -> p.put(KEY, value),
        p -> won(p.replace(KEY, value, "next")));
    t.racy(
        "Q02",
        "remove of a key and another value is false",
        ConcurrentHashMap<Object, Object>::new,
        p -> p.put(KEY, value),
        p -> won(!p.remove(KEY, "another")));
  }

  private static void filtered(Table t) {
    filtered(t, "ConcurrentLinkedQueue", ConcurrentLinkedQueue::new);
    filtered(t, "ConcurrentLinkedDeque", ConcurrentLinkedDeque::new);
    filtered(t, "LinkedBlockingQueue", LinkedBlockingQueue::new);
    filtered(t, "LinkedBlockingDeque", LinkedBlockingDeque::new);
    filtered(t, "ArrayBlockingQueue", () -> new ArrayBlockingQueue<>(2));
    filtered(t, "PriorityBlockingQueue", PriorityBlockingQueue::new);
    filtered(t, "LinkedTransferQueue", LinkedTransferQueue::new);
    filtered(t, "CopyOnWriteArrayList", CopyOnWriteArrayList::new);
    filtered(t, "values of a map", ContainerRows::values);
  }

  /** The values of a map, whose keys are the values. */
  private static Collection<Object> values() {
    ConcurrentHashMap<Object, Object> map = new ConcurrentHashMap<>();
    return new java.util.AbstractCollection<>() {
      @Override
      public boolean add(Object value) {
        return map.put(value, value) == null;
      }

      @Override
      public boolean removeIf(java.util.function.Predicate<? super Object> filter) {
        return map.values().removeIf(filter);
      }

      @Override
      public java.util.Iterator<Object> iterator() {
        return map.values().iterator();
      }

      @Override
      public int size() {
        return map.size();
      }
    };
  }

  private static void filtered(Table t, String name, Supplier<Collection<Object>> make) {
    t.clean(
        "Q04",
        name + ": what removeIf is shown",
        m -> {
          Collection<Object> all = make.get();
          m.inOrder(
              () -> {
                m.first();
                all.add(equalKey());
              },
              () ->
                  m.check(
                      all.removeIf(
                          e -> {
                            m.second();
                            return true;
                          })));
        });
  }
}
