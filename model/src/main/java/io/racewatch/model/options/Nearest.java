package io.racewatch.model.options;

/** Finds the word that a user most likely meant. */
public final class Nearest {
  private Nearest() {}

  /** The candidate with the fewest edits from the word; the first of equals; null if none. */
  public static String to(String word, Iterable<String> candidates) {
    String best = null;
    int least = Integer.MAX_VALUE;
    for (String candidate : candidates) {
      int distance = distance(word, candidate);
      if (distance < least) {
        least = distance;
        best = candidate;
      }
    }
    return best;
  }

  /** Edits (insert, delete, replace, swap of neighbours) that turn one word into the other. */
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 ? j : j == 0 ? i : step(d, a, b, i, j);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int step(int[][] d, String a, String b, int i, int j) {
    char x = a.charAt(i - 1);
    char y = b.charAt(j - 1);
    int best = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + (x == y ? 0 : 1));
    if (i > 1 && j > 1 && x == b.charAt(j - 2) && y == a.charAt(i - 2)) {
      best = Math.min(best, d[i - 2][j - 2] + 1);
    }
    return best;
  }
}
