package io.racewatch.launcher;

/** What the launcher asks about the JVM that it stands in. */
final class Jvm {
  private Jvm() {}

  /** The feature release: 8, 11, 17 … */
  static int version() {
    String version = System.getProperty("java.specification.version");
    return Integer.parseInt(version.startsWith("1.") ? version.substring(2) : version);
  }

  /** HotSpot, of whichever vendor and name, says so about its compilers. */
  static boolean isHotSpot() {
    String name = System.getProperty("java.vm.name", "");
    return name.contains("HotSpot") || name.contains("OpenJDK");
  }

  /** Whether the runtime is on the bootstrap loader already. */
  static boolean isWatched() {
    try {
      Class.forName("io.racewatch.runtime.Hooks", false, null);
      return true;
    } catch (ClassNotFoundException expected) {
      return false;
    }
  }

  /**
   * Whether this is a tool of the JDK that inherited {@code JAVA_TOOL_OPTIONS}. {@code java
   * Hello.java} runs inside the compiler's module, but the program in it is the user's.
   *
   * @param command the property {@code sun.java.command}: {@code module/class arguments} or {@code
   *     class arguments}; null where the JVM was made by something else than a launcher
   */
  static boolean isJdkTool(String command) {
    if (command == null) {
      return false;
    }
    String main = command.split(" ", 2)[0];
    if (main.startsWith("jdk.compiler/com.sun.tools.javac.launcher.")) {
      return false;
    }
    boolean inJdkModule =
        main.indexOf('/') > 0 && (main.startsWith("jdk.") || main.startsWith("java."));
    return inJdkModule || main.startsWith("com.sun.tools.") || main.startsWith("sun.tools.");
  }
}
