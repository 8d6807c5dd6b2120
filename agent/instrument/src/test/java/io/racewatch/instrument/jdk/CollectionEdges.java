package io.racewatch.instrument.jdk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.Vector;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Queues, copy-on-write lists, concurrent maps and sets, synchronized wrappers. */
final class CollectionEdges {
  private CollectionEdges() {}

  static void run(Edges edges) throws Exception {
    for (Supplier<BlockingQueue<Object>> maker : blocking()) {
      queue(edges, maker);
      blockingQueue(edges, maker);
    }
    queue(edges, ConcurrentLinkedQueue::new);
    queue(edges, ConcurrentLinkedDeque::new);
    SynchronousQueue<Object> handOver = new SynchronousQueue<>();
    edges.orderTogether("SynchronousQueue", () -> handOver.put("x"), handOver::take);
    DelayQueue<Due> delay = new DelayQueue<>();
    edges.order("DelayQueue", () -> delay.add(new Due()), delay::take);
    edges.order(
        "DelayQueue timed", () -> delay.add(new Due()), () -> delay.poll(1, TimeUnit.MINUTES));
    LinkedTransferQueue<Object> transfers = new LinkedTransferQueue<>();
    edges.orderTogether("transfer", () -> transfers.transfer(fresh()), transfers::take);
    edges.orderTogether(
        "tryTransfer", () -> transfers.tryTransfer(fresh(), 1, TimeUnit.MINUTES), transfers::take);
    copyOnWrite(edges);
    map(edges, new ConcurrentHashMap<>());
    map(edges, new ConcurrentSkipListMap<>());
    set(edges, ConcurrentHashMap.newKeySet());
    set(edges, new ConcurrentSkipListSet<>());
    monitors(edges);
  }

  private static List<Supplier<BlockingQueue<Object>>> blocking() {
    return List.of(
        () -> new ArrayBlockingQueue<>(9),
        LinkedBlockingQueue::new,
        LinkedBlockingDeque::new,
        PriorityBlockingQueue::new,
        LinkedTransferQueue::new);
  }

  private static String fresh() {
    return new String("element");
  }

  private static void queue(Edges edges, Supplier<? extends Queue<Object>> maker) throws Exception {
    String name = maker.get().getClass().getSimpleName();
    Queue<Object> q = maker.get();
    edges.order(name + " offer, poll", () -> q.offer(fresh()), q::poll);
    edges.noOrder(name + " poll of none", () -> {}, q::poll);
    edges.order(name + " add, peek", () -> q.add(fresh()), q::peek);
    edges.order(name + " iterator", () -> q.add(fresh()), () -> all(q));
    edges.order(name + " forEach", () -> q.add(fresh()), () -> q.forEach(e -> {}));
    edges.order(name + " stream", () -> q.add(fresh()), () -> q.stream().forEach(e -> {}));
    edges.order(name + " addAll", () -> q.addAll(List.of(fresh(), fresh())), () -> all(q));
    Queue<Object> other = maker.get();
    other.add("a");
    if (other instanceof PriorityBlockingQueue) {
      // It compares elements under its lock, so all its operations are ordered by that.
      edges.order(name + " another element", () -> other.add("b"), other::poll);
    } else {
      edges.noOrder(name + " another element", () -> other.add("b"), other::poll);
    }
  }

  private static void blockingQueue(Edges edges, Supplier<BlockingQueue<Object>> maker)
      throws Exception {
    BlockingQueue<Object> q = maker.get();
    String name = q.getClass().getSimpleName();
    edges.order(name + " put, take", () -> q.put(fresh()), q::take);
    edges.order(
        name + " timed",
        () -> q.offer(fresh(), 1, TimeUnit.MINUTES),
        () -> q.poll(1, TimeUnit.MINUTES));
    edges.order(name + " drainTo", () -> q.add(fresh()), () -> q.drainTo(new ArrayList<>()));
    edges.orderTogether(name + " blocked take", () -> q.put(fresh()), q::take);
  }

  private static void copyOnWrite(Edges edges) throws Exception {
    List<Object> list = new CopyOnWriteArrayList<>();
    edges.order("COW add, get", () -> list.add(fresh()), () -> list.get(0));
    edges.order("COW set, iterator", () -> list.set(0, fresh()), () -> all(list));
    edges.order("COW addAll, get", () -> list.addAll(List.of("p", "q")), () -> list.get(1));
    List<Object> other = new CopyOnWriteArrayList<>(List.of("a"));
    edges.noOrder("COW another element", () -> other.add("b"), () -> other.get(0));
  }

  private static void map(Edges edges, ConcurrentMap<Object, Object> map) throws Exception {
    String name = map.getClass().getSimpleName();
    edges.order(
        name + " computeIfAbsent, values",
        () -> map.computeIfAbsent("k", k -> fresh()),
        () -> all(map.values()));
    edges.order(
        name + " compute, entries",
        () -> map.compute("k", (k, v) -> fresh()),
        () -> all(map.entrySet()));
    edges.order(
        name + " merge, forEach",
        () -> map.merge("k", "v", (v, w) -> fresh()),
        () -> map.forEach((k, v) -> {}));
    edges.order(
        name + " compute, compute",
        () -> map.compute("k", (k, v) -> fresh()),
        () -> map.compute("k", (k, v) -> fresh()));
    edges.order(
        name + " compute, stream",
        () -> map.compute("k", (k, v) -> fresh()),
        () -> map.values().stream().forEach(v -> {}));
  }

  private static void set(Edges edges, Set<Object> set) throws Exception {
    String name = set.getClass().getSimpleName();
    String element = fresh();
    edges.order(name + " add, contains", () -> set.add(element), () -> set.contains(element));
    edges.order(name + " add, iterator", () -> set.add(fresh() + "2"), () -> all(set));
    String absent = fresh();
    edges.noOrder(name + " not contained", () -> set.add("b"), () -> set.contains("c" + absent));
  }

  private static void monitors(Edges edges) throws Exception {
    Vector<Object> vector = new Vector<>();
    edges.order("Vector", () -> vector.add("x"), () -> vector.get(0));
    Map<Object, Object> map = Collections.synchronizedMap(new HashMap<>());
    edges.order("synchronizedMap", () -> map.put("k", "v"), () -> map.get("k"));
    List<Object> list = Collections.synchronizedList(new ArrayList<>());
    edges.order("synchronizedList", () -> list.add("x"), () -> list.get(0));
  }

  private static void all(Iterable<?> elements) {
    int count = 0;
    for (Object element : elements) {
      count += element == null ? 0 : 1;
    }
    if (count == 0) {
      throw new AssertionError("nothing to iterate over");
    }
  }

  /** Due at once. */
  private static final class Due implements Delayed {
    @Override
    public long getDelay(TimeUnit unit) {
      return 0;
    }

    @Override
    public int compareTo(Delayed other) {
      return 0;
    }
  }
}
