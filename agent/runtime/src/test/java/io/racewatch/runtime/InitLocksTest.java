package io.racewatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.format.Entry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Initialisations as locks; the test acts for the threads, each with classes of its own. */
class InitLocksTest {
  @TempDir private Path folder;

  private final int site = Given.call("t.T", "m");
  private Recording recording;
  private ThreadState one;
  private ThreadState two;

  @BeforeEach
  void begin() {
    recording = new Recording(folder);
    one = Given.thread();
    two = Given.thread();
  }

  @AfterEach
  void end() {
    recording.close();
  }

  private List<Entry.Acquire> acquires() throws IOException {
    return recording.entries(Entry.Acquire.class);
  }

  private void uses(ThreadState t, Class<?> type) {
    InitLocks.used(type, t, site);
  }

  private void runs(ThreadState t, Class<?> type, Runnable body) {
    InitLocks.begin(type, t, site);
    body.run();
    InitLocks.end(t);
  }

  private static int held(Entry.Acquire a) {
    return a.held()[a.held().length - 1].lock();
  }

  private static class A1 {}

  private static class B1 {}

  @Test
  void aCircleAndAUserOfTheInnerClassAreTwoOrders() throws IOException {
    runs(one, A1.class, () -> runs(one, B1.class, () -> uses(one, A1.class)));
    uses(two, B1.class);
    uses(two, B1.class);
    List<Entry.Acquire> all = acquires();
    assertThat(all).hasSize(2);
    assertThat(all.get(0).lock()).isEqualTo(held(all.get(1)));
    assertThat(all.get(1).lock()).isEqualTo(held(all.get(0)));
    assertThat(recording.entries(Entry.Lock.class))
        .extracting(Entry.Lock::name)
        .contains("initialisation of " + A1.class.getName());
  }

  private static class A2 {}

  private static class B2 {}

  @Test
  void whoUsedTheOuterClassBeforeNeverWaitsForIt() throws IOException {
    runs(one, A2.class, () -> runs(one, B2.class, () -> uses(one, A2.class)));
    uses(two, A2.class);
    uses(two, B2.class);
    uses(one, B2.class);
    assertThat(acquires()).hasSize(1);
  }

  private static class A3 {}

  private static class B3 {}

  @Test
  void aRowIsNoCircle() throws IOException {
    runs(one, A3.class, () -> runs(one, B3.class, () -> uses(one, B3.class)));
    uses(two, B3.class);
    uses(two, A3.class);
    assertThat(acquires()).hasSize(1);
  }

  private static class Base {}

  private static class Special extends Base {}

  @Test
  void aSubclassWaitsForItsSuperclass() throws IOException {
    runs(one, Base.class, () -> runs(one, Special.class, () -> {}));
    uses(two, Special.class);
    assertThat(acquires()).hasSize(2);
  }

  private static class Table {}

  @Test
  void aLockTakenInAnInitializerAndHeldAtAUseAreTwoOrders() throws IOException {
    Object lock = new Object();
    int at = Given.lock("lock");
    runs(
        one,
        Table.class,
        () -> {
          SyncHooks.request(lock, one, at);
          SyncHooks.acquire(lock, one, at);
          SyncHooks.release(lock, one, at);
        });
    SyncHooks.acquire(lock, two, at);
    uses(two, Table.class);
    List<Entry.Acquire> all = acquires();
    assertThat(all).hasSize(2);
    assertThat(all.get(0).lock()).isEqualTo(held(all.get(1)));
    assertThat(all.get(1).lock()).isEqualTo(held(all.get(0)));
  }

  private static class Plain {}

  @Test
  void nothingIsLookedAtForInitializersThatWaitForNobody() {
    int before = InitLocks.busy;
    runs(one, Plain.class, () -> assertThat(InitLocks.busy).isEqualTo(before + 1));
    assertThat(InitLocks.busy).isEqualTo(before);
  }

  private static class A4 {}

  private static class B4 {}

  @Test
  void afterManyUsesNobodyIsExpectedAnyMore() throws IOException {
    runs(one, A4.class, () -> runs(one, B4.class, () -> uses(one, A4.class)));
    assertThat(InitLocks.busy).isPositive();
    for (int i = 0; i <= 1_000_000; i++) {
      InitLocks.used(Plain.class, one, site);
    }
    assertThat(InitLocks.busy).isZero();
  }
}
