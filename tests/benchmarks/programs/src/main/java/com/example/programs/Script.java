package com.example.programs;

import org.mozilla.javascript.Context;
import org.mozilla.javascript.Scriptable;

/** Rhino: each thread compiles a script and runs it in a scope of its own. */
public final class Script {
  private static final String SOURCE =
      """
      function Node(key) { this.key = key; this.left = null; this.right = null; this.size = 1; }
      function insert(node, key) {
        if (node === null) return new Node(key);
        if (key < node.key) node.left = insert(node.left, key);
        else if (key > node.key) node.right = insert(node.right, key);
        node.size = 1 + (node.left ? node.left.size : 0) + (node.right ? node.right.size : 0);
        return node;
      }
      function sum(node) { return node === null ? 0 : node.key + sum(node.left) + sum(node.right); }
      function words(count) {
        var counts = {}, text = '';
        for (var i = 0; i < count; i++) text += 'w' + (i * 31 % 97) + ' ';
        text.split(' ').forEach(function (w) { counts[w] = (counts[w] || 0) + 1; });
        return Object.keys(counts).sort().join('').length;
      }
      function sieve(limit) {
        var flags = [], found = 0;
        for (var i = 2; i <= limit; i++) flags[i] = true;
        for (var i = 2; i <= limit; i++) if (flags[i]) {
          found++;
          for (var j = i + i; j <= limit; j += i) flags[j] = false;
        }
        return found;
      }
      var kept = [];
      for (var i = 0; i < 330000; i++) kept.push({ number: i, name: 'n' + i, next: null });
      var total = 0, seed = 42;
      for (var round = 0; round < rounds; round++) {
        var root = null;
        for (var i = 0; i < 400; i++) {
          seed = (seed * 1103515245 + 12345) % 2147483648;
          root = insert(root, seed % 100000);
        }
        total += sum(root) + words(300) + sieve(2000) + kept[round].number;
      }
      total;
      """;

  private Script() {}

  /** The argument is the number of rounds a thread. */
  public static void main(String[] args) throws Exception {
    int rounds = Integer.parseInt(args[0]);
    Scriptable[] scopes = new Scriptable[Crew.COUNT];
    System.out.println("sum " + Crew.work(number -> run(scopes, number, rounds)));
    Crew.end(scopes);
  }

  private static long run(Scriptable[] scopes, int number, int rounds) {
    Context context = Context.enter();
    try {
      context.setOptimizationLevel(9);
      Scriptable scope = context.initStandardObjects();
      scopes[number] = scope;
      scope.put("rounds", scope, rounds);
      Object result = context.evaluateString(scope, SOURCE, "script", 1, null);
      return (long) Context.toNumber(result);
    } finally {
      Context.exit();
    }
  }
}
