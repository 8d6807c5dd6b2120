package com.example.kernels;

/**
 * Search trees of small objects: fields read and written, one tree a thread and one for all. Large:
 * many trees stay alive.
 */
public final class Trees {
  private static final int NODES = 4096;

  /** Some 210 MB. */
  private static final int TREES = 1280;

  private static int visits;

  private Trees() {}

  /** Prints a checksum. */
  public static void main(String[] args) throws InterruptedException {
    int rounds = Integer.parseInt(args[0]);
    boolean racy = Size.racy(args);
    Tree shared = filled(1);
    Tree[] kept = new Tree[Size.of(args, 0, TREES)];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = filled(i);
    }
    System.out.println("trees " + Workers.run(self -> work(self, rounds, shared, kept, racy)));
    Size.end(kept);
  }

  private static long work(int self, int rounds, Tree shared, Tree[] kept, boolean racy) {
    long sum = 0;
    for (int round = 0; round < rounds; round++) {
      Tree own = filled(self + 2L * round + 7);
      sum += own.root.sum() + own.root.size;
      long seed = round;
      for (int i = 0; i < NODES; i++) {
        seed = next(seed);
        sum += shared.find(key(seed));
      }
      if (kept.length > 0) {
        sum += kept[(self + 2 * round) % kept.length].root.sum();
      }
      if (racy) {
        visits++;
      }
    }
    return sum;
  }

  private static Tree filled(long start) {
    Tree tree = new Tree();
    long seed = start;
    for (int i = 0; i < NODES; i++) {
      seed = next(seed);
      tree.root = tree.insert(tree.root, key(seed), i);
    }
    return tree;
  }

  private static long next(long seed) {
    return seed * 6364136223846793005L + 1442695040888963407L;
  }

  private static int key(long seed) {
    return (int) (seed >>> 44);
  }

  private static final class Tree {
    private Node root;

    Node insert(Node node, int key, long value) {
      if (node == null) {
        return new Node(key, value);
      }
      if (key < node.key) {
        node.left = insert(node.left, key, value);
      } else if (key > node.key) {
        node.right = insert(node.right, key, value);
      } else {
        node.value += value;
      }
      node.size = 1 + size(node.left) + size(node.right);
      return node;
    }

    long find(int key) {
      Node node = root;
      while (node != null && node.key != key) {
        node = key < node.key ? node.left : node.right;
      }
      return node == null ? 0 : node.value;
    }

    private static int size(Node node) {
      return node == null ? 0 : node.size;
    }
  }

  private static final class Node {
    private int key;
    private long value;
    private int size;
    private Node left;
    private Node right;

    Node(int key, long value) {
      this.key = key;
      this.value = value;
      this.size = 1;
    }

    long sum() {
      return value + (left == null ? 0 : left.sum()) + (right == null ? 0 : right.sum());
    }
  }
}
