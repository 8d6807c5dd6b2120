package io.racewatch.code.pattern;

import java.util.List;

/** The table of pattern rules: a row for each. */
final class Patterns {
  static final List<PatternRule> ALL =
      List.of(
          new DoubleCheckedLocking(),
          new RacyLazyInit(),
          new LockLeak(),
          new ChangingLock(),
          new SharedLock(),
          new MonitorOnLock(),
          new VolatileUpdate(),
          new MapCheckThenAct(),
          new CheckThenAct(),
          new IgnoredPutIfAbsent(),
          new AtomicSetOfGet(),
          new WaitNotInLoop(),
          new WaitWithoutLock(),
          new NakedNotify(),
          new SleepUnderLock(),
          new TwoLockWait(),
          new StartInConstructor(),
          new ThreadRunCalled(),
          new UnsafeSharedApi(),
          new UnlockedIteration(),
          new MutableServletField(),
          new SpinOnPlainField(),
          new VolatileArray(),
          new EmptySynchronized());

  private Patterns() {}
}
