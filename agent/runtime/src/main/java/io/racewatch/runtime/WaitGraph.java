package io.racewatch.runtime;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.locks.LockSupport;

/**
 * Who waits for whom at one moment. Of each thread that stands still it is asked what it waits for
 * and who could end that: all of some threads must (the owner of a lock, a thread that is joined,
 * the thread that runs a task), or any of some (threads of a pool), or it is not known (a latch, a
 * queue, a notification). What cannot be resolved by any thread that still moves is dead.
 *
 * <p>States of other threads are read without order: only what two looks in a row agree on counts.
 */
final class WaitGraph {
  private final ThreadState[] all;
  private final MonitorWaits monitors;
  private final Map<ThreadState, Node> nodes = new IdentityHashMap<>();

  /** A thread that waits. */
  static final class Node {
    final ThreadState thread;

    /** The lock, or null. */
    final LockClock lock;

    /** What else it waits for, or null. */
    final Object event;

    /** Each of these must move before it can. */
    private final List<ThreadState> each = new ArrayList<>();

    /** One of these must move before it can. */
    private final List<ThreadState> any = new ArrayList<>();

    private boolean dead = true;

    Node(ThreadState thread, LockClock lock, Object event) {
      this.thread = thread;
      this.lock = lock;
      this.event = event;
    }

    /** Whether it is not known who could end it. */
    boolean open() {
      return each.isEmpty() && any.isEmpty();
    }
  }

  WaitGraph(ThreadState[] all, MonitorWaits monitors, InitWaits inits) {
    this.all = all;
    this.monitors = monitors;
    List<ThreadState> unknown = new ArrayList<>();
    for (ThreadState t : all) {
      Thread thread = t.info.thread();
      Thread.State state = thread == null ? null : thread.getState();
      if (state == Thread.State.WAITING) {
        nodes.put(t, waiting(t, thread));
      } else if (state == Thread.State.BLOCKED) {
        Node node = blocked(t);
        if (node == null) {
          unknown.add(t);
        } else {
          nodes.put(t, node);
        }
      }
    }
    monitors.begin(unknown);
    for (ThreadState t : unknown) {
      entering(t);
    }
    for (Node node : nodes.values()) {
      resolve(node);
    }
    for (InitWaits.Wait wait : inits.look(all)) {
      Node node = new Node(wait.thread(), wait.lock().clock(), null);
      node.each.add(wait.by());
      nodes.put(wait.thread(), node);
    }
  }

  private Node waiting(ThreadState t, Thread thread) {
    LockClock lock = wants(t);
    if (lock != null && Blocking.isReal(t, lock)) {
      return new Node(t, lock, null);
    }
    Object blocker = LockSupport.getBlocker(thread);
    Object told = t.awaits();
    boolean names = blocker instanceof java.util.concurrent.Future<?> && told == null;
    return new Node(t, null, names ? blocker : told != null ? told : blocker);
  }

  private static Node blocked(ThreadState t) {
    Locks.Wait wait = t.waits;
    LockClock lock = wait != null ? wait.lock : wants(t);
    return lock == null ? null : new Node(t, lock, null);
  }

  private static LockClock wants(ThreadState t) {
    LockClock lock = t.wants();
    Object bare = lock != null || t.bare == null ? null : t.bare.wants;
    return bare == null ? lock : Locks.of(bare);
  }

  /** A thread at the entry of a synchronized method. */
  private void entering(ThreadState t) {
    List<LockClock> wanted = monitors.wanted(t, all);
    if (wanted.isEmpty()) {
      return;
    }
    Node node = new Node(t, wanted.get(0), null);
    for (LockClock lock : wanted) {
      ThreadState owner = owner(lock);
      add(node.any, owner != null ? owner : monitors.bareOwner(lock, all));
    }
    nodes.put(t, node);
  }

  /** The thread that holds a lock exclusively, or null. */
  private ThreadState owner(LockClock lock) {
    int uid = lock.owner();
    for (int i = 0; uid != 0 && i < all.length; i++) {
      if (all[i].info.uid == uid) {
        return all[i];
      }
    }
    return null;
  }

  private void resolve(Node node) {
    if (node.lock != null) {
      if (node.any.isEmpty()) {
        holders(node);
      }
    } else if (node.event instanceof Thread other) {
      add(node.each, Threads.of(other));
    } else if (node.event instanceof Semaphore semaphore) {
      add(node.each, Permits.owner(semaphore));
    } else if (node.event != null) {
      task(node, Futures.taskOf(node.event));
    }
  }

  private void holders(Node node) {
    ThreadState owner = owner(node.lock);
    if (owner != null) {
      node.each.add(owner);
      return;
    }
    for (ThreadState t : all) {
      if (node.thread.wantsShared && t.wants() == node.lock && !t.wantsShared) {
        add(node.any, nodes.containsKey(t) ? t : null); // a writer that waits keeps new readers out
      } else if (!node.thread.wantsShared && Held.find(t.heldNow(), node.lock) != null) {
        node.each.add(t);
      } else if (holdsBare(t, node)) {
        node.each.add(t);
      }
    }
  }

  private static boolean holdsBare(ThreadState t, Node node) {
    return t.bare != null && !(t.bare.shared && node.thread.wantsShared) && t.bare.holds(node.lock);
  }

  private void task(Node node, Object task) {
    ThreadState runner = Futures.runner(task);
    if (runner != null) {
      node.each.add(runner);
      return;
    }
    if (Tasks.pool(task) instanceof ThreadPoolExecutor pool) {
      for (ThreadState t : all) {
        add(node.any, Pools.of(t.info.thread()) == pool ? t : null);
      }
    }
  }

  private static void add(List<ThreadState> list, ThreadState t) {
    if (t != null) {
      list.add(t);
    }
  }

  /**
   * Finds what is dead.
   *
   * @param open whether waits that anyone might end count as dead until someone moves
   */
  void settle(boolean open) {
    for (Node n : nodes.values()) {
      n.dead = open || !n.open();
    }
    for (boolean changed = true; changed; ) {
      changed = false;
      for (Node n : nodes.values()) {
        if (n.dead && !n.open() && !isStuck(n)) {
          n.dead = false;
          changed = true;
        }
      }
    }
  }

  private boolean isStuck(Node n) {
    for (ThreadState t : n.each) {
      if (isDead(t)) {
        return true;
      }
    }
    for (ThreadState t : n.any) {
      if (!isDead(t)) {
        return false;
      }
    }
    return !n.any.isEmpty();
  }

  boolean isDead(ThreadState t) {
    Node n = nodes.get(t);
    return n != null && n.dead;
  }

  /** Threads that wait for a lock whose owner waits for it is not known whom. */
  List<Node> behindOpen() {
    List<Node> behind = new ArrayList<>();
    for (Node n : nodes.values()) {
      for (ThreadState t : n.each) {
        Node owner = nodes.get(t);
        if (n.lock != null && owner != null && owner.open() && owner.lock == null) {
          behind.add(n);
        }
      }
    }
    return behind;
  }

  /** A ring of dead threads, each waiting for the next, that this one leads to; or empty. */
  List<Node> ring(ThreadState start) {
    List<Node> path = new ArrayList<>();
    Node n = nodes.get(start);
    while (n != null && n.dead) {
      int seen = path.indexOf(n);
      if (seen >= 0) {
        return new ArrayList<>(path.subList(seen, path.size()));
      }
      path.add(n);
      n = next(n);
    }
    return List.of();
  }

  private Node next(Node n) {
    for (ThreadState t : n.each) {
      if (isDead(t)) {
        return nodes.get(t);
      }
    }
    for (ThreadState t : n.any) {
      return nodes.get(t);
    }
    for (Node behind : behindOpen()) {
      if (behind.each.contains(n.thread)) {
        return behind;
      }
    }
    return null;
  }

  /** The threads that stand still for ever. */
  List<ThreadState> dead() {
    List<ThreadState> dead = new ArrayList<>();
    for (ThreadState t : all) {
      if (isDead(t)) {
        dead.add(t);
      }
    }
    return dead;
  }
}
