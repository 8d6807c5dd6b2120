package io.racewatch.instrument.tape;

import io.racewatch.runtime.SiteTexts;
import java.util.ArrayList;
import java.util.List;

/** What the woven code called, as text: {@code hook(arguments) site}. One thread at a time. */
public final class HookTape {
  private static final List<String> EVENTS = new ArrayList<>();
  private static final List<Object[]> ARGUMENTS = new ArrayList<>();
  private static boolean on;
  private static String overflowing;

  private HookTape() {}

  /** Forgets everything and starts. */
  public static synchronized void start() {
    EVENTS.clear();
    ARGUMENTS.clear();
    on = true;
  }

  /** Makes the next call of a hook overflow the stack. */
  public static synchronized void overflow(String hook) {
    overflowing = hook;
  }

  /** Stops, and returns the events in their order. */
  public static synchronized List<String> stop() {
    on = false;
    return List.copyOf(EVENTS);
  }

  /** The arguments of an event as they were. */
  public static synchronized Object[] arguments(int event) {
    return ARGUMENTS.get(event);
  }

  static synchronized void add(String hook, Object... arguments) {
    if (hook.equals(overflowing)) {
      overflowing = null;
      throw new StackOverflowError("in a hook");
    }
    if (!on) {
      return;
    }
    StringBuilder text = new StringBuilder(hook);
    boolean stated = false;
    for (Object argument : arguments) {
      if (argument instanceof ThreadState) {
        stated = true;
      } else if (stated) {
        text.append(" @").append(SiteTexts.text((Integer) argument));
      } else if (argument instanceof Integer || argument instanceof Boolean) {
        text.append(' ').append(argument);
      }
    }
    EVENTS.add(text.toString());
    ARGUMENTS.add(arguments);
  }
}
