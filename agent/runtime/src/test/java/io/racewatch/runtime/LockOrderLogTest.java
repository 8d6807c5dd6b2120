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

/** Which requests under locks are recorded, and how often. */
class LockOrderLogTest {
  @TempDir private Path folder;

  private final Object outer = new Object();
  private final Object inner = new Object();
  private final int site = Given.lock("lock");
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

  private void take(Object lock, int at) {
    SyncHooks.request(lock, t, at);
    SyncHooks.acquire(lock, t, at);
  }

  private void nest() {
    take(outer, site);
    take(inner, site);
    SyncHooks.release(inner, t, site);
    SyncHooks.release(outer, t, site);
  }

  private List<Entry.Acquire> acquires() throws IOException {
    return recording.entries(Entry.Acquire.class);
  }

  @Test
  void aRequestUnderALockIsOneEntryHoweverOftenItComes() throws Exception {
    for (int i = 0; i < 100; i++) {
      nest();
    }
    assertThat(acquires()).hasSize(1);
    Entry.Acquire acquire = acquires().get(0);
    assertThat(acquire.held()).hasSize(1);
    assertThat(acquire.lock()).isNotEqualTo(acquire.held()[0].lock());
    assertThat(acquire.mode()).isEqualTo("exclusive");
    assertThat(acquire.stack()).isNotEmpty();
    List<Entry.AcquireSeen> seen = recording.entries(Entry.AcquireSeen.class);
    assertThat(seen.get(seen.size() - 1).count()).isEqualTo(100);
    assertThat(recording.entries(Entry.Lock.class))
        .allSatisfy(l -> assertThat(l.name()).isEqualTo("t.T.lock"));
  }

  @Test
  void otherPlacesLocksAndModesAreOtherEntries() throws Exception {
    nest();
    take(outer, site);
    take(inner, Given.lock("elsewhere"));
    SyncHooks.release(inner, t, site);
    SyncHooks.requestShared(inner, t, site);
    SyncHooks.acquireShared(inner, t, site);
    assertThat(acquires()).hasSize(3);
    assertThat(acquires().get(2).mode()).isEqualTo("shared");
  }

  @Test
  void whatNeverWaitsAndWhatIsHeldAlreadyIsNotRecorded() throws Exception {
    take(outer, site);
    SyncHooks.acquireIf(true, inner, t, site);
    SyncHooks.release(inner, t, site);
    take(outer, site);
    assertThat(acquires()).isEmpty();
  }

  @Test
  void aRequestThatNeverSucceedsIsRecorded() throws Exception {
    take(outer, site);
    SyncHooks.request(inner, t, site);
    assertThat(acquires()).hasSize(1);
  }

  /** The JVM takes the monitor of a synchronized method before any hook. */
  @Test
  void anAcquireThatNobodyAnnouncedIsRecorded() throws Exception {
    take(outer, site);
    SyncHooks.acquire(inner, t, site);
    assertThat(acquires()).hasSize(1);
  }

  @Test
  void aMonitorTakenAgainAfterAWaitIsARequest() throws Exception {
    take(outer, site);
    take(inner, site);
    SyncHooks.waitBegin(outer, t, site);
    SyncHooks.waitEnd(outer, t, site);
    assertThat(acquires()).hasSize(2);
    assertThat(acquires().get(1).lock()).isEqualTo(acquires().get(0).held()[0].lock());
  }

  @Test
  void manyDifferentOnesEndInANote() throws Exception {
    take(outer, site);
    for (int i = 0; i < 5000; i++) {
      SyncHooks.request(new Object(), t, Given.lock("lock"));
    }
    assertThat(acquires()).hasSize(4096);
    assertThat(recording.entries(Entry.Note.class))
        .anySatisfy(n -> assertThat(n.text()).contains("first 4096"));
  }

  /** A lock for each of many nodes: their orders are all alike, and each has its price. */
  @Test
  void ofManyLocksAtOnePlaceSomeAreRecorded() throws Exception {
    take(outer, site);
    for (int i = 0; i < 256 + 640; i++) {
      SyncHooks.request(new Object(), t, site);
    }
    assertThat(acquires()).hasSize(256 + 10);
  }

  @Test
  void nothingIsRecordedWhereDeadlocksAreNotLookedFor() throws Exception {
    Settings.deadlocks(false);
    try {
      nest();
    } finally {
      Settings.deadlocks(true);
    }
    assertThat(acquires()).isEmpty();
  }
}
