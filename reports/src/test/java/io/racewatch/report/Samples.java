package io.racewatch.report;

import io.racewatch.model.Access;
import io.racewatch.model.Certainty;
import io.racewatch.model.Coverage;
import io.racewatch.model.CycleEdge;
import io.racewatch.model.Evidence;
import io.racewatch.model.Explanation;
import io.racewatch.model.Finding;
import io.racewatch.model.Frame;
import io.racewatch.model.LockRef;
import io.racewatch.model.Operation;
import io.racewatch.model.Rule;
import io.racewatch.model.Scope;
import io.racewatch.model.Status;
import io.racewatch.model.ThreadRef;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Short ways to make pieces of findings. */
final class Samples {
  private Samples() {}

  static Frame frame(String className, String method, int line) {
    String top = className.substring(className.lastIndexOf('.') + 1).replaceAll("\\$.*", "");
    return new Frame(className, method, line > 0 ? top + ".java" : "", line);
  }

  /** Frames of pairs of class and method, innermost first; lines count 10, 20, ... */
  static List<Frame> stack(String... classesAndMethods) {
    List<Frame> frames = new ArrayList<>();
    for (int i = 0; i < classesAndMethods.length; i += 2) {
      frames.add(frame(classesAndMethods[i], classesAndMethods[i + 1], 5 * i + 10));
    }
    return frames;
  }

  static ThreadRef thread(String name, long id) {
    return new ThreadRef(
        name, id, false, stack("java.lang.Thread", "start", "com.acme.Main", "main"), List.of());
  }

  static LockRef lock(String name, String object, Frame at) {
    return new LockRef(name, object, "java.lang.Object", "exclusive", at);
  }

  static Access access(
      String member,
      Operation operation,
      String object,
      ThreadRef thread,
      List<Frame> stack,
      List<LockRef> locks) {
    return new Access(member, operation, "plain", object, thread, stack, locks);
  }

  /** A new, certain finding in the user's code. */
  static Finding finding(
      Rule rule, String title, List<String> members, List<Access> accesses, Explanation why) {
    return new Finding(
        sha256(rule.id() + title),
        rule,
        Certainty.CERTAIN,
        Evidence.DYNAMIC,
        Scope.OWN,
        Status.NEW,
        null,
        title,
        members,
        3812,
        accesses,
        List.of(),
        why,
        List.of("com.acme.BankTest.pays"));
  }

  static Finding with(
      Finding f,
      Certainty certainty,
      Evidence evidence,
      Scope scope,
      Coverage coverage,
      List<CycleEdge> cycle) {
    return new Finding(
        f.fingerprint(),
        f.rule(),
        certainty,
        evidence,
        scope,
        f.status(),
        coverage,
        f.title(),
        f.members(),
        f.count(),
        f.accesses(),
        cycle,
        f.explanation(),
        f.tests());
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
