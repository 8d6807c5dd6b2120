package com.example.order.rows;

import com.example.order.Meeting;
import com.example.order.Script;

/** Scripts that need a newer JDK to compile; they stand beside this source tree. */
final class Newer {
  private static final String PLACE = "com.example.order.newer.";

  private Newer() {}

  static void play(String name, Meeting meeting) throws Throwable {
    Script script = (Script) Class.forName(PLACE + name).getDeclaredConstructor().newInstance();
    script.play(meeting);
  }
}
