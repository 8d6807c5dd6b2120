package com.example.order.rows;

import static com.example.order.rows.HandleRows.won;
import static com.example.order.rows.LanguageRows.keep;
import static com.example.order.rows.MapRows.KEY;
import static com.example.order.rows.MapRows.fresh;

import com.example.order.Table;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;

/** Q05 and Q07: sorted maps, sets, copy-on-write. */
final class SortedRows {

  private SortedRows() {}

  static void add(Table t) {
    sorted(t);
    moreSorted(t);
    sets(t);
    copyOnWrite(t);
  }

  private static void sorted(Table t) {
    t.clean(
        "Q05",
        "skip list map: put, then get",
        ConcurrentSkipListMap<Object, Object>::new,
        p -> p.put(KEY, fresh()),
        p -> won(p.get(KEY) != null));
    t.clean(
        "Q05",
        "firstEntry",
        ConcurrentSkipListMap<Object, Object>::new,
        p -> p.put(KEY, fresh()),
        p -> won(p.firstEntry().getValue() != null));
    t.clean(
        "Q05",
        "pollFirstEntry",
        ConcurrentSkipListMap<Object, Object>::new,
        p -> p.put(KEY, fresh()),
        p -> won(p.pollFirstEntry() != null));
    t.clean(
        "Q05",
        "ceilingEntry",
        ConcurrentSkipListMap<Object, Object>::new,
        p -> p.put(KEY, fresh()),
        p -> won(p.ceilingEntry("a") != null));
    t.clean(
        "Q05",
        "view",
        ConcurrentSkipListMap<Object, Object>::new,
        p -> p.put(KEY, fresh()),
        p -> won(p.tailMap("a").get(KEY) != null));
    t.clean(
        "Q05",
        "iteration",
        ConcurrentSkipListMap<Object, Object>::new,
        p -> p.put(KEY, fresh()),
        p -> p.forEach((k, v) -> keep(v)));
  }

  private static void moreSorted(Table t) {
    t.racy(
        "Q05",
        "get is null",
        ConcurrentSkipListMap<Object, Object>::new,
        p -> p.put(KEY, fresh()),
        p -> won(p.get("other") == null));
    t.clean(
        "Q05",
        "set: add, then first",
        ConcurrentSkipListSet<Object>::new,
        p -> p.add(new String("x")),
        p -> won(p.first() != null));
    t.clean(
        "Q05",
        "set: add, then pollFirst",
        ConcurrentSkipListSet<Object>::new,
        p -> p.add(new String("x")),
        p -> won(p.pollFirst() != null));
    t.clean(
        "Q05",
        "set: add, then iteration",
        ConcurrentSkipListSet<Object>::new,
        p -> p.add(new String("x")),
        p -> won(p.iterator().next() != null));
    t.racy(
        "Q05",
        "set: pollFirst is null",
        ConcurrentSkipListSet<Object>::new,
        p -> won(p.pollFirst() == null),
        p -> won(p.pollFirst() == null));
  }

  private static void sets(Table t) {
    String element = new String("element");
    t.clean(
        "Q01",
        "key set: add, then contains",
        ConcurrentHashMap::newKeySet,
        p -> p.add(element),
        p -> won(p.contains(element)));
    t.clean(
        "Q01",
        "key set: add, then iteration",
        ConcurrentHashMap::newKeySet,
        p -> p.add(fresh()),
        p -> won(p.iterator().next() != null));
    t.racy(
        "Q02",
        "key set: contains is false",
        ConcurrentHashMap::newKeySet,
        p -> p.add(fresh()),
        p -> won(!p.contains("other")));
  }

  private static void copyOnWrite(Table t) {
    t.clean(
        "Q07",
        "add, then get",
        CopyOnWriteArrayList<Object>::new,
        p -> p.add(fresh()),
        p -> won(p.get(0) != null));
    t.clean(
        "Q07",
        "add, then iteration",
        CopyOnWriteArrayList<Object>::new,
        p -> p.add(fresh()),
        p -> won(p.iterator().next() != null));
    t.clean(
        "Q07",
        "add, then forEach",
        CopyOnWriteArrayList<Object>::new,
        p -> p.add(fresh()),
        p -> p.forEach(e -> keep(e)));
    t.clean(
        "Q07",
        "set, then get",
        () -> new CopyOnWriteArrayList<Object>(new Object[] {"old"}),
        p -> p.set(0, fresh()),
        p -> won(!p.get(0).equals("old")));
    t.clean(
        "Q07",
        "addIfAbsent, then remove",
        CopyOnWriteArrayList<Object>::new,
        p -> won(p.addIfAbsent(fresh())),
        p -> won(p.remove(0) != null));
    t.clean(
        "Q07",
        "addAll, then get",
        CopyOnWriteArrayList<Object>::new,
        p -> p.addAll(java.util.List.of(fresh())),
        p -> won(p.get(0) != null));
    t.clean(
        "Q07",
        "add, then stream",
        CopyOnWriteArrayList<Object>::new,
        p -> p.add(fresh()),
        p -> won(p.stream().findFirst().isPresent()));
    t.clean(
        "Q07",
        "set: add, then iteration",
        CopyOnWriteArraySet<Object>::new,
        p -> p.add(fresh()),
        p -> won(p.iterator().next() != null));
    t.racy(
        "Q07",
        "another list",
        CopyOnWriteArrayList<Object>::new,
        p -> p.add(fresh()),
        p -> won(new CopyOnWriteArrayList<>(new Object[] {"x"}).get(0) != null));
  }
}
