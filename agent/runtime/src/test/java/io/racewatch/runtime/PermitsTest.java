package io.racewatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.format.Entry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which semaphores count as locks, and for how long. */
class PermitsTest {
  @TempDir private Path folder;

  private final Object lock = new Object();
  private final int site = Given.lock("lock");
  private final int permitSite = Given.lock("permit");
  private Recording recording;
  private ThreadState t;

  @BeforeEach
  void begin() {
    recording = new Recording(folder);
    t = Given.thread();
  }

  @AfterEach
  void end() {
    recording.close();
  }

  private void acquire(Semaphore permit, ThreadState by) {
    SyncHooks.awaitingBegin(permit, by, permitSite);
    permit.acquireUninterruptibly();
    SyncHooks.awaitingEnd(permit, by, permitSite);
    SyncHooks.consume(permit, by, site);
  }

  private void release(Semaphore permit, ThreadState by) {
    SyncHooks.publish(permit, by, site);
    permit.release();
  }

  private void lockUnder(Semaphore permit) {
    acquire(permit, t);
    SyncHooks.request(lock, t, site);
    SyncHooks.acquire(lock, t, site);
    SyncHooks.release(lock, t, site);
    release(permit, t);
  }

  private List<Entry.Acquire> acquires() throws IOException {
    return recording.entries(Entry.Acquire.class);
  }

  @Test
  void aLockUnderTheOnlyPermitIsRecordedOnce() throws Exception {
    Semaphore permit = new Semaphore(1);
    for (int i = 0; i < 100; i++) {
      lockUnder(permit);
    }
    assertThat(acquires()).singleElement().satisfies(a -> assertThat(a.held()).hasSize(1));
    assertThat(acquires().get(0).waits()).isEqualTo("blocks");
  }

  @Test
  void aPermitUnderALockIsRecordedByItsField() throws Exception {
    Semaphore permit = new Semaphore(1);
    SyncHooks.request(lock, t, site);
    SyncHooks.acquire(lock, t, site);
    acquire(permit, t);
    release(permit, t);
    SyncHooks.release(lock, t, site);
    assertThat(acquires()).hasSize(1);
    int wanted = acquires().get(0).lock();
    assertThat(recording.entries(Entry.Lock.class))
        .filteredOn(l -> l.number() == wanted)
        .singleElement()
        .satisfies(l -> assertThat(l.name()).endsWith("permit"))
        .satisfies(l -> assertThat(l.className()).isEqualTo("java.util.concurrent.Semaphore"));
  }

  @Test
  void oneOfTwoPermitsIsNoLock() throws Exception {
    lockUnder(new Semaphore(2));
    assertThat(acquires()).isEmpty();
  }

  @Test
  void whatAnotherThreadGivesBackIsNoLockAndNeverWas() throws Exception {
    Semaphore permit = new Semaphore(1);
    lockUnder(permit);
    acquire(permit, t);
    release(permit, Given.thread());
    assertThat(acquires()).extracting(Entry.Acquire::waits).containsExactly("blocks", "never");
    assertThat(acquires()).extracting(Entry.Acquire::id).containsOnly(acquires().get(0).id());
    lockUnder(permit);
    assertThat(acquires()).hasSize(2);
  }

  @Test
  void aPermitThatNobodyHadIsASignal() throws Exception {
    Semaphore permit = new Semaphore(0);
    release(permit, Given.thread());
    lockUnder(permit);
    assertThat(acquires()).isEmpty();
  }

  @Test
  void aSubclassMayCountAsItLikes() throws Exception {
    lockUnder(new Semaphore(1) {});
    assertThat(acquires()).isEmpty();
  }
}
