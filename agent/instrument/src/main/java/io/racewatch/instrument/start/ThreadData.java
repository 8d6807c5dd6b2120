package io.racewatch.instrument.start;

import io.racewatch.runtime.JvmWaits;
import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;

/** The JVM's own thread data; loaded when it is first asked, since few programs need it. */
final class ThreadData implements JvmWaits {
  @Override
  public long[] deadlocked() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long[] ids = threads.findDeadlockedThreads();
    if (ids == null) {
      return new long[0];
    }
    ThreadInfo[] infos = threads.getThreadInfo(ids);
    long[] waits = new long[infos.length * 3];
    for (int i = 0; i < infos.length; i++) {
      LockInfo lock = infos[i] == null ? null : infos[i].getLockInfo();
      if (lock == null) {
        return new long[0]; // a thread ended meanwhile: no deadlock
      }
      waits[i * 3] = infos[i].getThreadId();
      waits[i * 3 + 1] = infos[i].getLockOwnerId();
      waits[i * 3 + 2] = lock.getIdentityHashCode();
    }
    return waits;
  }
}
