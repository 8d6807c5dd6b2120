package io.racewatch.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The identity of a finding: the same for the static and the dynamic half, for every run, whichever
 * thread came first, and after lines moved.
 *
 * <p>It is the SHA-256 of the rule, the members and the unordered pair of (class, method,
 * operation) of both sides; for a cycle, of the rotation-free list of (acquiring method, lock
 * name). A side stands in its first frame outside the JDK. Numbers that compilers and the JVM give
 * to lambdas and hidden classes are left out.
 */
public final class Fingerprint {
  private Fingerprint() {}

  /** The fingerprint of a finding, from everything but its {@code fingerprint} component. */
  public static String of(Finding finding) {
    return finding.cycle().isEmpty()
        ? ofAccesses(finding.rule(), finding.members(), finding.accesses())
        : ofCycle(finding.rule(), finding.cycle());
  }

  /**
   * The fingerprint of a race or another finding about accesses.
   *
   * @param members the root first; the order of the others does not matter
   * @param accesses its sides, in any order
   */
  public static String ofAccesses(Rule rule, List<String> members, List<Access> accesses) {
    List<String> sides = new ArrayList<>();
    for (Access access : accesses) {
      sides.add(place(access.stack()) + " " + access.operation().id());
    }
    sides.sort(null);
    List<String> lines = new ArrayList<>();
    lines.add(rule.id());
    if (!members.isEmpty()) {
      String root = normal(members.get(0));
      lines.add(root);
      TreeSet<String> others = new TreeSet<>();
      for (String member : members) {
        others.add(normal(member));
      }
      others.remove(root);
      lines.addAll(others);
    }
    lines.add("");
    lines.addAll(sides);
    return hash(lines);
  }

  /** The fingerprint of a cycle, the same from whichever edge the list starts. */
  public static String ofCycle(Rule rule, List<CycleEdge> cycle) {
    List<String> edges = new ArrayList<>();
    for (CycleEdge edge : cycle) {
      String holds = place(edge.holdsAt()) + " " + normal(edge.holds().lock());
      edges.add(holds + " > " + place(edge.wantsAt()) + " " + normal(edge.wants().lock()));
    }
    List<String> lines = new ArrayList<>();
    lines.add(rule.id());
    lines.addAll(leastRotation(edges));
    return hash(lines);
  }

  private static List<String> leastRotation(List<String> edges) {
    int size = edges.size();
    int best = 0;
    for (int start = 1; start < size; start++) {
      for (int i = 0; i < size; i++) {
        int order = edges.get((start + i) % size).compareTo(edges.get((best + i) % size));
        if (order != 0) {
          best = order < 0 ? start : best;
          break;
        }
      }
    }
    List<String> rotated = new ArrayList<>(edges.subList(best, size));
    rotated.addAll(edges.subList(0, best));
    return rotated;
  }

  private static String place(List<Frame> stack) {
    Frame frame = Frames.firstOutsideJdk(stack);
    return frame == null ? "?" : normal(frame.className()) + "." + normal(frame.method());
  }

  /**
   * A name without the numbers that change from one build or run to the next: {@code lambda$foo$3}
   * becomes {@code lambda$foo}, {@code Foo$$Lambda$14/0x0000} becomes {@code Foo$$Lambda}, and of
   * other hidden classes the part after the slash goes.
   */
  static String normal(String name) {
    int hidden = name.indexOf("$$Lambda");
    if (hidden >= 0) {
      return name.substring(0, hidden) + "$$Lambda";
    }
    int slash = name.indexOf('/');
    String plain = slash > 0 ? name.substring(0, slash) : name;
    if (!plain.contains("lambda$") && !plain.contains("$lambda")) {
      return plain;
    }
    int end = plain.length();
    for (int cut = joint(plain, end); cut > 0; cut = joint(plain, end)) {
      end = cut;
    }
    return plain.substring(0, end);
  }

  /**
   * Where {@code $3}, or Kotlin's {@code -3}, at the end of the name starts; -1 if none is there.
   */
  private static int joint(String name, int end) {
    int at = end;
    while (at > 0 && Character.isDigit(name.charAt(at - 1))) {
      at--;
    }
    boolean joined = at < end && at > 0 && "$-".indexOf(name.charAt(at - 1)) >= 0;
    return joined ? at - 1 : -1;
  }

  private static String hash(List<String> lines) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] sum = digest.digest(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
      StringBuilder hex = new StringBuilder(64);
      for (byte b : sum) {
        hex.append(Character.forDigit(b >> 4 & 15, 16)).append(Character.forDigit(b & 15, 16));
      }
      return hex.toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
