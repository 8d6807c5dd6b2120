package io.racewatch.code.summary;

import java.util.ArrayList;
import java.util.List;

/**
 * Strong components of a graph in int arrays, those that are called before those that call
 * (Tarjan's algorithm without recursion).
 */
final class Components {
  private final int[] start;
  private final int[] edges;
  private final int[] low;
  private final int[] number;
  private final int[] stack;
  private final int[] path;
  private final int[] next;
  private final boolean[] on;
  private final List<int[]> found = new ArrayList<>();
  private int count;
  private int top;

  /**
   * A graph.
   *
   * @param start of each vertex the first of its edges; one more than there are vertices
   * @param edges where they lead
   */
  private Components(int[] start, int[] edges) {
    int size = start.length - 1;
    this.start = start;
    this.edges = edges;
    this.low = new int[size];
    this.number = new int[size];
    this.stack = new int[size];
    this.path = new int[size];
    this.next = new int[size];
    this.on = new boolean[size];
  }

  static List<int[]> of(int[] start, int[] edges) {
    Components search = new Components(start, edges);
    for (int v = 0; v + 1 < start.length; v++) {
      if (search.number[v] == 0) {
        search.search(v);
      }
    }
    return search.found;
  }

  private void search(int root) {
    int depth = 0;
    path[0] = root;
    enter(root);
    next[root] = start[root];
    while (depth >= 0) {
      int at = path[depth];
      if (next[at] < start[at + 1]) {
        int to = edges[next[at]++];
        if (number[to] == 0) {
          enter(to);
          next[to] = start[to];
          path[++depth] = to;
        } else if (on[to]) {
          low[at] = Math.min(low[at], number[to]);
        }
      } else {
        if (low[at] == number[at]) {
          pop(at);
        }
        depth--;
        if (depth >= 0) {
          low[path[depth]] = Math.min(low[path[depth]], low[at]);
        }
      }
    }
  }

  private void enter(int vertex) {
    number[vertex] = ++count;
    low[vertex] = count;
    stack[top++] = vertex;
    on[vertex] = true;
  }

  private void pop(int vertex) {
    int from = top;
    do {
      from--;
      on[stack[from]] = false;
    } while (stack[from] != vertex);
    int[] component = new int[top - from];
    System.arraycopy(stack, from, component, 0, component.length);
    top = from;
    found.add(component);
  }
}
