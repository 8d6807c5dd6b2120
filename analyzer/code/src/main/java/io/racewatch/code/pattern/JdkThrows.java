package io.racewatch.code.pattern;

import java.util.List;
import java.util.Set;
import org.objectweb.asm.tree.MethodInsnNode;

/** Calls into the JDK that throw for what a program meets in its daily life. */
final class JdkThrows {
  /** What waits, reads what people wrote, reflects, or hands over a task that may be refused. */
  private static final List<String> LIKELY =
      List.of(
          "await",
          "sleep",
          "parse",
          "decode",
          "orElseThrow",
          "forName",
          "newInstance",
          "invoke",
          "submit",
          "execute");

  /** Packages whose every call works with the world outside. */
  private static final List<String> OUTSIDE =
      List.of("java/io/", "java/nio/channels/", "java/nio/file/Files", "java/net/", "java/sql/");

  /** Those of them that report no errors, or have nobody outside. */
  private static final Set<String> QUIET =
      Set.of(
          "java/io/PrintStream",
          "java/io/PrintWriter",
          "java/io/StringWriter",
          "java/io/ByteArrayOutputStream",
          "java/io/ByteArrayInputStream",
          "java/io/File",
          "java/net/URI",
          "java/net/URL",
          "java/net/InetSocketAddress");

  /** What throws for an index or an element that is not there. */
  private static final Set<String> POSSIBLE =
      Set.of(
          "charAt",
          "substring",
          "next",
          "element",
          "getFirst",
          "getLast",
          "removeFirst",
          "removeLast",
          "pop",
          "requireNonNull");

  private JdkThrows() {}

  static boolean is(MethodInsnNode call, boolean likely) {
    return isLikely(call) || !likely && isPossible(call);
  }

  private static boolean isLikely(MethodInsnNode call) {
    if (QUIET.contains(call.owner)) {
      return false;
    }
    boolean result =
        (call.name.equals("get") || call.name.equals("join"))
            && call.owner.startsWith("java/util/concurrent/")
            && call.owner.contains("Future");
    boolean text = call.name.equals("valueOf") && call.desc.startsWith("(Ljava/lang/String;");
    return result
        || text
        || LIKELY.stream().anyMatch(call.name::startsWith)
        || OUTSIDE.stream().anyMatch(call.owner::startsWith);
  }

  private static boolean isPossible(MethodInsnNode call) {
    boolean list = call.owner.endsWith("List") || call.owner.equals("java/util/Vector");
    return POSSIBLE.contains(call.name) || list && call.desc.startsWith("(I)");
  }
}
