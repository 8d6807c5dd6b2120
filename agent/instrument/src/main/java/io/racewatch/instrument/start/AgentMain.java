package io.racewatch.instrument.start;

import io.racewatch.model.options.OptionException;
import io.racewatch.runtime.log.AgentLog;
import java.lang.instrument.Instrumentation;

/** Where the launcher enters, in the isolated loader; found by name, so the signature stays. */
public final class AgentMain {
  private static final int WRONG_USE = 2;

  private AgentMain() {}

  /**
   * Starts the agent. A wrong option ends a JVM that starts with 2, after one line. Whatever else
   * fails is thrown: the launcher says it, and the program goes on unwatched.
   *
   * @param arguments of the agent, or null
   */
  public static void start(String arguments, Instrumentation instrumentation) {
    try {
      Start.with(arguments, instrumentation);
    } catch (OptionException wrong) {
      AgentLog.line(wrong.getMessage());
      if (LateStart.isOne()) {
        return; // a program that runs is not ended for it
      }
      Runtime.getRuntime().halt(WRONG_USE);
    }
  }
}
