package io.racewatch.code.flow;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;

/** Which instructions stand in a loop together: the strong components of the ways through. */
public final class Cycles {
  private final int[] component;
  private final BitSet loops = new BitSet();

  /** Finds them; ways of exceptions do not make a loop. */
  Cycles(Flow flow) {
    component = new Search(flow).run();
  }

  /** Whether the instruction can come again after itself. */
  public boolean inLoop(int insn) {
    return component[insn] >= 0 && loops.get(component[insn]);
  }

  /** Whether both stand in one loop. */
  public boolean together(int a, int b) {
    return inLoop(a) && component[a] == component[b];
  }

  /** Number of the loop; only for instructions in one. */
  public int loop(int insn) {
    return component[insn];
  }

  /** Tarjan's algorithm without recursion: methods are long. */
  private final class Search {
    private final Flow flow;
    private final int[] order;
    private final int[] low;
    private final int[] found;
    private final int[] edge;
    private final ArrayDeque<Integer> open = new ArrayDeque<>();
    private final BitSet isOpen = new BitSet();
    private int counter;
    private int components;

    Search(Flow flow) {
      this.flow = flow;
      int size = flow.size();
      order = new int[size];
      low = new int[size];
      found = new int[size];
      edge = new int[size];
      Arrays.fill(found, -1);
    }

    int[] run() {
      for (int i = 0; i < order.length; i++) {
        if (order[i] == 0 && flow.isReached(i)) {
          from(i);
        }
      }
      return found;
    }

    private void from(int start) {
      ArrayDeque<Integer> path = new ArrayDeque<>();
      enter(start, path);
      while (!path.isEmpty()) {
        int at = path.peek();
        int[] next = flow.next(at);
        if (edge[at] < next.length) {
          int to = next[edge[at]++];
          if (order[to] == 0) {
            enter(to, path);
          } else if (isOpen.get(to)) {
            low[at] = Math.min(low[at], order[to]);
          }
        } else {
          path.pop();
          if (!path.isEmpty()) {
            low[path.peek()] = Math.min(low[path.peek()], low[at]);
          }
          if (low[at] == order[at]) {
            close(at);
          }
        }
      }
    }

    private void enter(int at, ArrayDeque<Integer> path) {
      order[at] = ++counter;
      low[at] = counter;
      open.push(at);
      isOpen.set(at);
      path.push(at);
    }

    private void close(int root) {
      int size = 0;
      int member;
      do {
        member = open.pop();
        isOpen.clear(member);
        found[member] = components;
        size++;
      } while (member != root);
      boolean itself = Arrays.stream(flow.next(root)).anyMatch(to -> to == root);
      loops.set(components, size > 1 || itself);
      components++;
    }
  }
}
