package io.racewatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.format.Entry;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which requests are told to be under a lock of who started their task. */
class ScopeTest {
  @TempDir private Path folder;

  private final Object guard = new Object();
  private final Object outer = new Object();
  private final Object inner = new Object();
  private final int site = Given.lock("guard");
  private final int outerSite = Given.lock("outer");
  private final int innerSite = Given.lock("inner");
  private Recording recording;
  private ThreadState parent;
  private ThreadState worker;

  @BeforeEach
  void begin() {
    recording = new Recording(folder);
    parent = Given.thread();
    worker = Given.thread();
  }

  @AfterEach
  void end() {
    recording.close();
  }

  private static void take(Object lock, ThreadState t, int at) {
    SyncHooks.request(lock, t, at);
    SyncHooks.acquire(lock, t, at);
  }

  private void takeBoth() {
    take(outer, worker, outerSite);
    take(inner, worker, innerSite);
    SyncHooks.release(inner, worker, innerSite);
    SyncHooks.release(outer, worker, outerSite);
  }

  private FutureTask<?> submit() {
    FutureTask<?> task = new FutureTask<>(() -> null);
    Tasks.submitted(task, parent);
    return task;
  }

  private void run(FutureTask<?> task) {
    Tasks.begin(task, worker);
    takeBoth();
    Posts.publish(task, worker, 0);
    Waits.completes(task, worker);
    worker.task = null;
  }

  private void get(FutureTask<?> task) {
    SyncHooks.consume(task, parent, site);
  }

  private List<Entry.Guarded> guards() throws Exception {
    worker.lockOrder.flush();
    return recording.entries(Entry.Guarded.class);
  }

  @Test
  void aTaskStartedAndAwaitedUnderALock() throws Exception {
    take(guard, parent, site);
    FutureTask<?> task = submit();
    run(task);
    get(task);
    assertThat(guards()).hasSize(1);
    assertThat(guards().get(0).holder()).isEqualTo(parent.info.uid);
    assertThat(guards().get(0).count()).isEqualTo(1);
  }

  @Test
  void askedForTwiceItCountsOnce() throws Exception {
    take(guard, parent, site);
    FutureTask<?> task = submit();
    run(task);
    get(task);
    get(task);
    assertThat(guards()).extracting(Entry.Guarded::count).containsExactly(1L);
  }

  @Test
  void notIfTheLockWasGivenBackInBetween() throws Exception {
    take(guard, parent, site);
    FutureTask<?> task = submit();
    run(task);
    SyncHooks.release(guard, parent, site);
    take(guard, parent, site);
    get(task);
    assertThat(guards()).isEmpty();
  }

  @Test
  void notIfAWaitGaveItBack() throws Exception {
    take(guard, parent, site);
    FutureTask<?> task = submit();
    run(task);
    SyncHooks.waitBegin(guard, parent, site);
    SyncHooks.waitEnd(guard, parent, site);
    get(task);
    assertThat(guards()).isEmpty();
  }

  @Test
  void notIfAnotherAsksForTheResultOrItIsOnlyLookedFor() throws Exception {
    take(guard, parent, site);
    FutureTask<?> task = submit();
    run(task);
    SyncHooks.consume(task, Given.thread(), site);
    SyncHooks.pollBegin(task, parent, site);
    get(task);
    SyncHooks.pollEnd(task, parent, site);
    assertThat(guards()).isEmpty();
  }

  @Test
  void notIfTheTaskWasCancelledByAnother() throws Exception {
    take(guard, parent, site);
    FutureTask<?> task = submit();
    Tasks.begin(task, worker);
    takeBoth();
    Posts.publish(task, parent, 0);
    Waits.completes(task, parent);
    get(task);
    assertThat(guards()).isEmpty();
  }

  @Test
  void onlyWhatTheTaskDid() throws Exception {
    takeBoth();
    take(guard, parent, site);
    FutureTask<?> task = submit();
    run(task);
    get(task);
    takeBoth();
    assertThat(guards()).extracting(Entry.Guarded::count).containsExactly(1L);
    assertThat(recording.entries(Entry.AcquireSeen.class))
        .extracting(Entry.AcquireSeen::count)
        .containsExactly(3L);
  }
}
