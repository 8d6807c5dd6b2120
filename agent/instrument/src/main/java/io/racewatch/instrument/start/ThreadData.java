package io.racewatch.instrument.start;

import io.racewatch.runtime.JvmWaits;
import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;

/** The JVM's own thread data; loaded when it is first asked, since few programs need it. */
final class ThreadData implements JvmWaits {
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
}
