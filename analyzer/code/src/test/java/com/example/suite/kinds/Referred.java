package com.example.suite.kinds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** References to methods of library objects. */
public class Referred {
  private final List<Integer> shared = new ArrayList<>();

  ArrayList<Integer> racyRefExact(List<Integer> from) {
    ArrayList<Integer> to = new ArrayList<>();
    from.parallelStream().forEach(to::add);
    return to;
  }

  List<Integer> racyRefDeclared(List<Integer> from) {
    List<Integer> to = new ArrayList<>();
    from.parallelStream().forEach(to::add);
    return to;
  }

  void racyRefField(List<Integer> from) {
    from.parallelStream().forEach(shared::add);
  }

  String racyRefText(List<String> from) {
    StringBuilder text = new StringBuilder();
    from.parallelStream().forEach(text::append);
    return text.toString();
  }

  void racyRefSubmit() {
    Map<String, String> map = new HashMap<>();
    ExecutorService pool = Executors.newFixedThreadPool(3);
    for (int i = 0; i < 3; i++) {
      pool.submit(map::clear);
    }
  }

  void racyRefFuture() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      CompletableFuture.supplyAsync(() -> "x").thenAcceptAsync(text::append);
    }
  }

  List<Integer> safeRefSequential(List<Integer> from) {
    List<Integer> to = new ArrayList<>();
    from.forEach(to::add);
    from.stream().forEach(to::add);
    return to;
  }

  ConcurrentLinkedQueue<Integer> safeRefConcurrent(List<Integer> from) {
    ConcurrentLinkedQueue<Integer> to = new ConcurrentLinkedQueue<>();
    from.parallelStream().forEach(to::add);
    return to;
  }

  void safeRefEachOwn() {
    ExecutorService pool = Executors.newFixedThreadPool(3);
    for (int i = 0; i < 3; i++) {
      Map<String, String> map = new HashMap<>();
      pool.submit(map::clear);
    }
  }

  ArrayList<Integer> safeRefCollect(List<Integer> from) {
    return from.parallelStream().collect(ArrayList::new, ArrayList::add, ArrayList::addAll);
  }
}
