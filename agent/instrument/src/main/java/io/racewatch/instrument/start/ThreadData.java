package io.racewatch.instrument.start;

import io.racewatch.runtime.JvmWaits;
import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import javax.management.JMException;
import javax.management.ObjectName;

/** The JVM's own thread data; loaded when it is first asked, since few programs need it. */
final class ThreadData implements JvmWaits {
  private static final String INITIALISATION = "Class initialization monitor for ";

  @Override
  public long[] owners(long[] threads) {
    ThreadInfo[] infos = ManagementFactory.getThreadMXBean().getThreadInfo(threads);
    long[] owners = new long[threads.length * 2];
    for (int i = 0; i < infos.length; i++) {
      LockInfo lock = infos[i] == null ? null : infos[i].getLockInfo();
      if (lock != null) {
        owners[2 * i] = Math.max(0, infos[i].getLockOwnerId());
        owners[2 * i + 1] = lock.getIdentityHashCode();
      }
    }
    return owners;
  }

  @Override
  public String[] initialisations(long[] threads) {
    String[] classes = new String[threads.length];
    long thread = -1;
    for (String line : dump().split("\n")) {
      if (line.startsWith("\"")) {
        thread = number(line);
      }
      int at = line.indexOf(INITIALISATION);
      for (int i = 0; at >= 0 && i < threads.length; i++) {
        if (threads[i] == thread) {
          classes[i] = line.substring(at + INITIALISATION.length()).trim();
        }
      }
    }
    return classes;
  }

  /** The number of a thread in the first line of its part of the dump; -1 if it has none. */
  private static long number(String line) {
    int at = line.lastIndexOf("\" #");
    int from = at + 3;
    int to = from;
    while (at >= 0 && to < line.length() && Character.isDigit(line.charAt(to))) {
      to++;
    }
    return to == from ? -1 : Long.parseLong(line.substring(from, to));
  }

  private static String dump() {
    try {
      return (String)
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  new ObjectName("com.sun.management:type=DiagnosticCommand"),
                  "threadPrint",
                  new Object[] {new String[0]},
                  new String[] {String[].class.getName()});
    } catch (JMException notThere) {
      return ""; // a JVM without such commands
    }
  }
}
