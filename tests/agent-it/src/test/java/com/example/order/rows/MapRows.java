package com.example.order.rows;

import static com.example.order.rows.HandleRows.won;
import static com.example.order.rows.LanguageRows.keep;

import com.example.order.Step;
import com.example.order.Table;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Q01 to Q05 and Q07: concurrent maps and sets, copy-on-write. */
final class MapRows {
  private MapRows() {}

  static void add(Table t) {
    puts(t);
    gets(t);
    nothing(t);
    functions(t);
    moreFunctions(t);
    bulk(t);
  }

  /** A key that is always the same. */
  static final String KEY = "key";

  /** A value of its own in each case: order goes by its identity. */
  static Object fresh() {
    return new StringBuilder("value");
  }

  static void order(
      Table t,
      String row,
      String what,
      Step<ConcurrentHashMap<Object, Object>> put,
      Step<ConcurrentHashMap<Object, Object>> get) {
    t.clean(row, what, ConcurrentHashMap::new, put, get);
  }

  private static void none(
      Table t,
      String row,
      String what,
      Step<ConcurrentHashMap<Object, Object>> put,
      Step<ConcurrentHashMap<Object, Object>> get) {
    t.racy(row, what, ConcurrentHashMap::new, put, get);
  }

  private static void got(Map<Object, Object> map) {
    won(map.get(KEY) != null);
  }

  private static void puts(Table t) {
    order(t, "Q01", "put, then get", p -> p.put(KEY, fresh()), MapRows::got);
    order(t, "Q01", "putIfAbsent, then get", p -> p.putIfAbsent(KEY, fresh()), MapRows::got);
    order(t, "Q01", "putAll, then get", p -> p.putAll(Map.of(KEY, fresh())), MapRows::got);
    order(t, "Q01", "compute, then get", p -> p.compute(KEY, (k, v) -> fresh()), MapRows::got);
    order(
        t,
        "Q01",
        "computeIfAbsent, then get",
        p -> p.computeIfAbsent(KEY, k -> fresh()),
        MapRows::got);
    order(t, "Q01", "merge, then get", p -> p.merge(KEY, fresh(), (a, b) -> b), MapRows::got);
    order(
        t,
        "Q01",
        "replace, then get",
        p -> {
          p.put(KEY, "old");
          p.replace(KEY, fresh());
        },
        MapRows::got);
    order(
        t,
        "Q01",
        "conditional replace, then get",
        p -> {
          p.put(KEY, "old");
          won(p.replace(KEY, "old", fresh()));
        },
        MapRows::got);
    order(
        t,
        "Q01",
        "replaceAll, then get",
        p -> {
          p.put(KEY, "old");
          p.replaceAll((k, v) -> fresh());
        },
        MapRows::got);
    t.clean(
        "Q01",
        "as ConcurrentMap",
        () -> (ConcurrentMap<Object, Object>) new ConcurrentHashMap<>(),
        p -> p.put(KEY, fresh()),
        p -> won(p.get(KEY) != null));
    t.clean(
        "Q01",
        "as Map",
        () -> (Map<Object, Object>) new ConcurrentHashMap<>(),
        p -> p.put(KEY, fresh()),
        p -> won(p.get(KEY) != null));
  }

  private static void gets(Table t) {
    Step<ConcurrentHashMap<Object, Object>> put = p -> p.put(KEY, fresh());
    order(t, "Q01", "put, then getOrDefault", put, p -> won(!p.getOrDefault(KEY, "x").equals("x")));
    order(t, "Q01", "put, then containsKey", put, p -> won(p.containsKey(KEY)));
    order(
        t,
        "Q01",
        "put, then containsValue",
        p -> p.put(KEY, "value"),
        p -> won(p.containsValue("value")));
    order(t, "Q01", "put, then remove", put, p -> won(p.remove(KEY) != null));
    order(t, "Q01", "put, then put that returns it", put, p -> won(p.put(KEY, "new") != null));
    order(
        t,
        "Q01",
        "put, then putIfAbsent that returns it",
        put,
        p -> won(p.putIfAbsent(KEY, "new") != null));
    order(t, "Q01", "put, then forEach", put, p -> p.forEach((k, v) -> keep(v)));
    order(
        t,
        "Q01",
        "put, then the entries",
        put,
        p -> {
          for (Map.Entry<Object, Object> entry : p.entrySet()) {
            keep(entry.getValue());
          }
        });
    order(
        t,
        "Q01",
        "put, then the values",
        put,
        p -> {
          for (Object value : p.values()) {
            keep(value);
          }
        });
    order(
        t,
        "Q01",
        "put, then the keys",
        p -> p.put(fresh(), "x"),
        p -> {
          for (Object key : p.keySet()) {
            keep(key);
          }
        });
    order(
        t,
        "Q01",
        "put, then the values' stream",
        put,
        p -> won(p.values().stream().findFirst().isPresent()));
  }

  private static void nothing(Table t) {
    Step<ConcurrentHashMap<Object, Object>> put = p -> p.put(KEY, fresh());
    none(t, "Q02", "get is null", put, p -> won(p.get("other") == null));
    none(
        t,
        "Q02",
        "another key with its own value",
        p -> {
          p.put(KEY, fresh());
        },
        p -> {
          p.put("other", fresh());
          won(p.get("other") != null);
        });
    none(
        t,
        "Q02",
        "size, isEmpty, mappingCount",
        put,
        p -> won(p.size() == 1 && !p.isEmpty() && p.mappingCount() == 1));
    none(t, "Q02", "containsKey is false", put, p -> won(!p.containsKey("other")));
    none(t, "Q02", "remove is null", put, p -> won(p.remove("other") == null));
    none(
        t,
        "Q02",
        "another map",
        put,
        p -> won(new ConcurrentHashMap<Object, Object>(Map.of(KEY, "x")).get(KEY) != null));
    none(
        t,
        "Q02",
        "getOrDefault gives the default",
        put,
        p -> won(p.getOrDefault("other", "x").equals("x")));
    none(t, "Q01", "get, then get", p -> won(p.get(KEY) == null), p -> won(p.get(KEY) == null));
  }

  private static void functions(Table t) {
    t.clean(
        "Q03",
        "compute, then compute of the same key",
        m -> {
          ConcurrentHashMap<Object, Object> map = new ConcurrentHashMap<>();
          m.inOrder(
              () ->
                  map.compute(
                      KEY,
                      (k, v) -> {
                        m.first();
                        return fresh();
                      }),
              () ->
                  map.compute(
                      KEY,
                      (k, v) -> {
                        m.second();
                        return v;
                      }));
        });
    t.clean(
        "Q03",
        "computeIfAbsent, then computeIfPresent",
        m -> {
          ConcurrentHashMap<Object, Object> map = new ConcurrentHashMap<>();
          m.inOrder(
              () ->
                  map.computeIfAbsent(
                      KEY,
                      k -> {
                        m.first();
                        return fresh();
                      }),
              () ->
                  map.computeIfPresent(
                      KEY,
                      (k, v) -> {
                        m.second();
                        return v;
                      }));
        });
  }

  private static void moreFunctions(Table t) {
    t.clean(
        "Q03",
        "put, then merge",
        m -> {
          ConcurrentHashMap<Object, Object> map = new ConcurrentHashMap<>();
          m.inOrder(
              () -> {
                m.first();
                map.put(KEY, fresh());
              },
              () ->
                  map.merge(
                      KEY,
                      "new",
                      (a, b) -> {
                        m.second();
                        return b;
                      }));
        });
    t.racy(
        "Q03",
        "compute of different keys",
        m -> {
          ConcurrentHashMap<Object, Object> map = new ConcurrentHashMap<>();
          m.inOrder(
              () ->
                  map.compute(
                      KEY,
                      (k, v) -> {
                        m.first();
                        return fresh();
                      }),
              () ->
                  map.compute(
                      "other",
                      (k, v) -> {
                        m.second();
                        return fresh();
                      }));
        });
  }

  private static void bulk(Table t) {
    Step<ConcurrentHashMap<Object, Object>> put = p -> p.put(KEY, fresh());
    order(t, "Q04", "forEach with parallelism", put, p -> p.forEach(1, (k, v) -> keep(v)));
    order(t, "Q04", "search", put, p -> won(p.search(Long.MAX_VALUE, (k, v) -> v) != null));
    order(
        t,
        "Q04",
        "reduceValues",
        put,
        p -> won(p.reduceValues(Long.MAX_VALUE, (a, b) -> a) != null));
    order(
        t,
        "Q04",
        "out of forEach with parallelism",
        p -> p.putAll(Map.of(1, fresh(), 2, fresh())),
        p -> p.forEachValue(1, v -> keep(v)));
  }
}
