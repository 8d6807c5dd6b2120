package io.racewatch.code.summary;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Numbers for the names of fields that order threads, so that sets of them are bits. */
final class OrderNames {
  private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
  private final AtomicInteger next = new AtomicInteger();

  /** The number of a field, always the same; from 0. Safe for several threads. */
  int of(String field) {
    return numbers.computeIfAbsent(field, k -> next.getAndIncrement());
  }
}
