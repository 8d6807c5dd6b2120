package io.racewatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;

/** Orders of an object through the containers that it is in. */
class ElementsTest {
  private final ThreadState one = Given.thread();
  private final ThreadState other = Given.thread();
  private final Object element = new Object();

  private boolean orders(Object in, Object out) {
    return orders(element, in, element, out);
  }

  private static boolean orders(Object put, Object in, Object got, Object out) {
    ThreadState putter = Given.thread();
    ThreadState getter = Given.thread();
    int clock = putter.clock;
    ElementHooks.publishIn(put, in, putter, 0);
    ElementHooks.consumeIn(got, out, getter, 0);
    return getter.knows(putter.slot, clock);
  }

  @Test
  void whoGetsItOutComesAfterWhoPutItThere() {
    Queue<Object> queue = new ConcurrentLinkedQueue<>();
    assertThat(orders(queue, queue)).isTrue();
  }

  @Test
  void theSameObjectInAnotherContainerIsAnotherHandOver() {
    assertThat(orders(new ConcurrentLinkedQueue<>(), new ConcurrentLinkedQueue<>())).isFalse();
  }

  @Test
  void whatIsPublishedWithoutAContainerIsSeenThroughAll() {
    int clock = one.clock;
    SyncHooks.publish(element, one, 0);
    ElementHooks.consumeIn(element, new ConcurrentLinkedQueue<>(), other, 0);
    assertThat(other.knows(one.slot, clock)).isTrue();
  }

  @Test
  void whoLooksWithoutAContainerSeesAll() {
    int clock = one.clock;
    ElementHooks.publishIn(element, new ConcurrentLinkedQueue<>(), one, 0);
    SyncHooks.consume(element, other, 0);
    assertThat(other.knows(one.slot, clock)).isTrue();
  }

  @Test
  void viewsStandForTheirMap() {
    ConcurrentSkipListMap<Integer, Object> map = new ConcurrentSkipListMap<>();
    map.put(1, element);
    assertThat(orders(map, map.descendingMap())).isTrue();
    ConcurrentSkipListSet<Integer> set = new ConcurrentSkipListSet<>();
    assertThat(orders(set.tailSet(1), set)).isTrue();
    ConcurrentHashMap<Object, Object> hash = new ConcurrentHashMap<>();
    hash.put(1, element);
    assertThat(orders(hash, hash.values().iterator())).isTrue();
    Map<Object, Object> checked = Collections.checkedMap(hash, Object.class, Object.class);
    assertThat(orders(checked, hash)).isTrue();
  }

  @Test
  void mapsThatAreNotThreadSafeOrderNothing() {
    Map<Object, Object> map = new HashMap<>();
    assertThat(orders(map, map)).isFalse();
    Set<Object> set = Collections.newSetFromMap(new HashMap<>());
    assertThat(orders(set, set)).isFalse();
  }

  @Test
  void anEqualElementOfASetIsKnownByTheSet() {
    Set<Object> set = ConcurrentHashMap.newKeySet();
    assertThat(orders(Integer.valueOf(4000), set, Integer.valueOf(4000), set)).isTrue();
  }

  @Test
  void theVeryElementOfASetIsKnownByItself() {
    Set<Object> set = ConcurrentHashMap.newKeySet();
    Object mine = new Object();
    ElementHooks.publishIn(mine, set, other, 0);
    assertThat(orders(element, set, mine, set)).isFalse();
  }

  @Test
  void moreContainersThanAreToldApartAreOne() {
    Object[] queues = new Object[200];
    ThreadState putter = Given.thread();
    ThreadState getter = Given.thread();
    for (int i = 0; i < queues.length; i++) {
      queues[i] = new ConcurrentLinkedQueue<>();
      ElementHooks.publishIn(element, queues[i], putter, 0);
    }
    putter = Given.thread();
    for (Object queue : queues) {
      int clock = putter.clock;
      ElementHooks.publishIn(element, queue, putter, 0);
      ElementHooks.consumeIn(element, queue, getter, 0);
      assertThat(getter.knows(putter.slot, clock)).isTrue();
      putter = Given.thread();
    }
    int clock = putter.clock;
    ElementHooks.publishIn(element, new ConcurrentLinkedQueue<>(), putter, 0);
    ElementHooks.consumeIn(element, new ConcurrentLinkedQueue<>(), getter, 0);
    assertThat(getter.knows(putter.slot, clock)).isTrue();
  }

  @Test
  void aMapOfTheProgramIsAnyContainer() {
    class Own extends java.util.AbstractMap<Object, Object>
        implements java.util.concurrent.ConcurrentMap<Object, Object> {
      @Override
      public Set<Entry<Object, Object>> entrySet() {
        return Set.of();
      }

      @Override
      public Object putIfAbsent(Object key, Object value) {
        return null;
      }

      @Override
      public boolean remove(Object key, Object value) {
        return false;
      }

      @Override
      public boolean replace(Object key, Object before, Object after) {
        return false;
      }

      @Override
      public Object replace(Object key, Object value) {
        return null;
      }
    }

    assertThat(orders(new Own(), new Own())).isTrue();
  }
}
