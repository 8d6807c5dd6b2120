package io.racewatch.instrument.weave;

/** Names that woven code and the runtime agree on. */
final class Names {
  static final String PREFIX = "$rw$";

  /** Before the clock of a volatile field; no name of the Java language holds a {@code !}. */
  static final String VOLATILE = "$rw$!";

  static final String CLINIT = "$rw$clinit";

  /** In an interface without default methods: classes of it do not initialise it. */
  static final String CLINIT_ALONE = "$rw$clinitAlone";

  /** In a class without an initializer: that of a superclass or interface. */
  static final String SUPERS = "$rw$supers";

  static final String HOOKS = "io/racewatch/runtime/Hooks";
  static final String SAMPLED_HOOKS = "io/racewatch/runtime/SampledHooks";
  static final String ELEMENT_HOOKS = "io/racewatch/runtime/ElementHooks";
  static final String STAMP_HOOKS = "io/racewatch/runtime/StampHooks";
  static final String SYNC_HOOKS = "io/racewatch/runtime/SyncHooks";
  static final String DYNAMIC_HOOKS = "io/racewatch/runtime/DynamicHooks";
  static final String JDK_HOOKS = "io/racewatch/runtime/JdkHooks";
  static final String THREAD_STATE = "io/racewatch/runtime/ThreadState";
  static final String RANGE = "io/racewatch/runtime/Range";
  static final String SHADOW = "Lio/racewatch/runtime/Shadow;";
  static final String OBJECT = "Ljava/lang/Object;";
  static final String CLOCK = "Lio/racewatch/runtime/SyncClock;";

  /** The last parameters of nearly every hook: thread and site. */
  static final String TAIL = "Lio/racewatch/runtime/ThreadState;I)V";

  static final String INIT_CLOCK = "Lio/racewatch/runtime/InitClock;";

  private Names() {}

  static boolean isJava(String internalName) {
    return internalName.startsWith("java/");
  }

  static String dotted(String internalName) {
    return internalName.replace('/', '.');
  }

  static boolean isWide(String descriptor) {
    return descriptor.equals("J") || descriptor.equals("D");
  }

  static boolean isReference(String descriptor) {
    char first = descriptor.charAt(0);
    return first == 'L' || first == '[';
  }
}
