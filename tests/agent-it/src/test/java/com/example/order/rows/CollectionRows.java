package com.example.order.rows;

import static com.example.order.rows.HandleRows.won;
import static com.example.order.rows.LanguageRows.keep;

import com.example.order.HiddenRwIgnored;
import com.example.order.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Stack;
import java.util.Vector;
import java.util.WeakHashMap;

/** Q14 to Q16: collections with monitors, without any, and immutable ones. */
final class CollectionRows {
  private CollectionRows() {}

  static void add(Table t) {
    synchronised(t);
    wrappers(t);
    unsafe(t);
    immutable(t);
  }

  private static void synchronised(Table t) {
    t.clean("Q14", "Vector", Vector<Object>::new, v -> v.add("x"), v -> keep(v.get(0)));
    t.clean(
        "Q14",
        "Vector, then synchronized on it",
        Vector<Object>::new,
        v -> v.add("x"),
        LanguageRows::enter);
    t.clean("Q14", "Stack", Stack<Object>::new, s -> s.push("x"), s -> keep(s.pop()));
    t.clean(
        "Q14",
        "Hashtable",
        Hashtable<Object, Object>::new,
        h -> h.put("x", "y"),
        h -> keep(h.get("x")));
    t.clean("Q14", "StringBuffer", StringBuffer::new, b -> b.append("x"), b -> keep(b.toString()));
    t.racy(
        "Q14",
        "another Vector",
        Vector<Object>::new,
        v -> v.add("x"),
        v -> new Vector<Object>().add("y"));
  }

  private static void wrappers(Table t) {
    t.clean(
        "Q14",
        "synchronizedList",
        () -> Collections.synchronizedList(new ArrayList<Object>()),
        c -> c.add("x"),
        c -> keep(c.get(0)));
    t.clean(
        "Q14",
        "synchronizedMap",
        () -> Collections.synchronizedMap(new HashMap<Object, Object>()),
        c -> c.put("x", "y"),
        c -> keep(c.get("x")));
    t.clean(
        "Q14",
        "synchronizedCollection",
        () -> Collections.synchronizedCollection(new ArrayList<Object>()),
        c -> c.add("x"),
        c -> won(c.contains("x")));
    t.clean(
        "Q14",
        "synchronizedList, then synchronized on it",
        () -> Collections.synchronizedList(new ArrayList<Object>()),
        c -> c.add("x"),
        LanguageRows::enter);
    t.clean(
        "Q14",
        "synchronizedList, iterated with the mutex",
        m -> {
          List<Object> list = Collections.synchronizedList(new ArrayList<>());
          m.inOrder(
              () -> {
                m.first();
                list.add("x");
              },
              () -> {
                synchronized (list) {
                  for (Object each : list) {
                    keep(each);
                  }
                }
                m.second();
              });
        });
    t.racy(
        "Q14",
        "another wrapper",
        () -> "",
        s -> Collections.synchronizedList(new ArrayList<>()).add("x"),
        s -> Collections.synchronizedList(new ArrayList<>()).add("x"));
  }

  private static void unsafe(Table t) {
    t.racy(
            "Q15",
            "HashMap",
            HashMap<Object, Object>::new,
            c -> c.put("x", "y"),
            c -> keep(c.get("x")))
        .races("java.util.HashMap");
    t.racy("Q15", "ArrayList", ArrayList<Object>::new, c -> c.add("x"), c -> keep(c.size()))
        .races("java.util.ArrayList");
    t.racy("Q15", "ArrayDeque", ArrayDeque<Object>::new, c -> c.add("x"), c -> keep(c.poll()))
        .races("java.util.ArrayDeque");
    t.racy(
            "Q15",
            "LinkedHashMap by access, get and get",
            CollectionRows::byAccess,
            c -> keep(c.get("x")),
            c -> keep(c.get("x")))
        .races("java.util.LinkedHashMap");
    t.racy(
            "Q15",
            "WeakHashMap, get and get",
            () -> new WeakHashMap<Object, Object>(Map.of("x", "y")),
            c -> keep(c.get("x")),
            c -> keep(c.get("x")))
        .races("java.util.WeakHashMap");
    t.racy(
        "Q15",
        "HashMap, get and get",
        () -> (Map<Object, Object>) new HashMap<Object, Object>(Map.of("x", "y")),
        c -> keep(c.get("x")),
        c -> keep(c.get("x")));
  }

  private static Map<Object, Object> byAccess() {
    Map<Object, Object> map = new LinkedHashMap<>(16, 0.75f, true);
    map.put("x", "y");
    return map;
  }

  private static void immutable(Table t) {
    t.clean(
        "Q16",
        "List.of and Map.of",
        m -> {
          HiddenRwIgnored<Collection<Object>> hidden = new HiddenRwIgnored<>();
          m.inOrder(
              () -> hidden.set(List.of("x", "y", "z")),
              () -> m.check(hidden.get().size() == 3 && hidden.get().contains("y")));
        });
    t.clean(
        "Q16",
        "Collections.unmodifiableList behind a final field",
        m -> {
          HiddenRwIgnored<Holder> hidden = new HiddenRwIgnored<>();
          m.inOrder(
              () -> hidden.set(new Holder()), () -> m.check(hidden.get().list.get(0).equals("x")));
        });
  }

  /** Holds an unmodifiable view. */
  private static final class Holder {
    private final List<Object> list;

    Holder() {
      List<Object> filled = new ArrayList<>();
      filled.add("x");
      list = Collections.unmodifiableList(filled);
    }
  }
}
