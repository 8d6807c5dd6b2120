package io.racewatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.format.Entry;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a race comes into the run file. */
class ReportingTest {
  @TempDir private Path folder;

  private final Shadow[] variable = new Shadow[1];
  private Recording recording;
  private ThreadState one;
  private ThreadState other;

  @BeforeEach
  void begin() {
    Given.noRaces();
    recording = new Recording(folder);
    one = Given.thread();
    other = Given.thread();
  }

  @AfterEach
  void end() {
    Canary.plant("");
    recording.close();
  }

  private void write(ThreadState t, int site) {
    Detector.write(variable, Internals.element(0), this, -1, t, site);
  }

  private List<Entry.Race> races() throws Exception {
    return recording.entries(Entry.Race.class);
  }

  @Test
  void aPairOfSitesIsWrittenOnceWithBothStacksAndCounted() throws Exception {
    int a = Given.field();
    int b = Given.field();
    for (int i = 0; i < 10; i++) {
      write(one, a);
      one.tick();
      write(other, b);
      other.tick();
    }
    assertThat(races()).hasSize(2); // a before b, and b before a
    Entry.Race race = races().get(0);
    assertThat(race.rule()).isEqualTo("data-race");
    assertThat(race.earlier().exact()).isTrue();
    assertThat(race.earlier().stack()).isNotEmpty();
    assertThat(race.later().exact()).isTrue();
    assertThat(race.later().stack()).isNotEmpty();
    assertThat(race.earlier().member()).isEqualTo("t.T.x");
    assertThat(race.earlier().operation()).isEqualTo("write");
    assertThat(race.earlier().object()).startsWith("ReportingTest#");
    assertThat(race.earlier().uid()).isEqualTo(one.info.uid);
    assertThat(race.later().uid()).isEqualTo(other.info.uid);
    assertThat(recording.entries(Entry.RaceSeen.class))
        .filteredOn(s -> s.id() == race.id())
        .last()
        .satisfies(s -> assertThat(s.count()).isEqualTo(10));
  }

  @Test
  void theLocksHeldAreTold() throws Exception {
    Object lock = new Object();
    int at = Given.lock("mine");
    SyncHooks.acquire(lock, one, at);
    write(one, Given.field());
    write(other, Given.field());
    Entry.Race race = races().get(0);
    assertThat(race.earlier().held()).hasSize(1);
    assertThat(race.later().held()).isEmpty();
    assertThat(recording.entries(Entry.Lock.class))
        .filteredOn(l -> l.number() == race.earlier().held()[0].lock())
        .singleElement()
        .satisfies(l -> assertThat(l.name()).isEqualTo("t.T.mine"));
  }

  @Test
  void aStackThatWasNotTakenIsTakenNextTime() throws Exception {
    int often = Given.field();
    int late = Given.field();
    for (int i = 0; i < 9; i++) {
      write(one, often);
      one.tick();
    }
    write(other, late);
    assertThat(races()).hasSize(1);
    assertThat(races().get(0).earlier().exact()).isFalse();
    for (int i = 0; i < 16; i++) {
      write(one, often);
      one.tick();
      write(other, late);
      other.tick();
    }
    int id = races().get(0).id();
    assertThat(races())
        .filteredOn(r -> r.id() == id)
        .last()
        .satisfies(r -> assertThat(r.earlier().exact()).isTrue());
  }

  @Test
  void theCanaryIsFoundAndNotReported() throws Exception {
    Canary.plant("t.T.canary");
    assertThat(Canary.wasFound()).isFalse();
    int a = Given.field("t.T", "canary");
    int b = Given.field("t.T", "canary");
    write(one, a);
    write(other, b);
    assertThat(Canary.wasFound()).isTrue();
    assertThat(races()).isEmpty();
    assertThat(recording.entries(Entry.RaceSeen.class)).isEmpty();
  }

  @Test
  void aLibraryObjectIsNamedByItsClass() throws Exception {
    StringBuilder text = new StringBuilder();
    SyncHooks.libraryWrite(text, one, Given.call("java.lang.StringBuilder", "append"));
    SyncHooks.libraryRead(text, other, Given.call("java.lang.StringBuilder", "length"));
    Entry.Race race = races().get(0);
    assertThat(race.rule()).isEqualTo("api-race");
    assertThat(race.earlier().member()).isEqualTo("java.lang.StringBuilder");
    assertThat(race.later().operation()).isEqualTo("call");
  }

  @Test
  void anElementIsNamedByTheFieldThatHeldTheArray() throws Exception {
    int[] array = new int[3];
    Hooks.writeElement(array, 1, one, Given.element());
    Hooks.readElement(array, 1, other, Given.element());
    assertThat(races().get(0).later().member()).isEqualTo("t.T.elements[]");
  }

  @Test
  void aConstructorsWritesAreSeenThroughAFinalField() throws Exception {
    int constructor = Sites.method("t.T", "<init>", "()V", "T.java");
    int write = Sites.add(constructor, 1, Sites.FIELD, "t.T", "x", 0);
    int read = Sites.add(constructor, 1, Sites.FIELD, "t.T", "x", Sites.VIA_FINAL);
    write(one, write);
    Detector.read(variable, Internals.element(0), this, -1, other, read);
    assertThat(Races.table.size()).isZero();
    int plain = Given.field();
    Detector.read(variable, Internals.element(0), this, -1, Given.thread(), plain);
    assertThat(Given.raced(write, plain)).isTrue();
  }

  @Test
  void aTableThatIsFullSaysSo() throws Exception {
    RaceTable table = new RaceTable();
    Races.table = table;
    int made = 0;
    for (int i = 1; i <= 10_000; i++) {
      made += table.race(i, i + 1, false, true) != null ? 1 : 0;
    }
    assertThat(made).isBetween(8_000, 9_000).isEqualTo(table.size());
    assertThat(table.race(1, 2, false, true)).as("known ones are still counted").isNotNull();
    assertThat(recording.entries(Entry.Note.class))
        .anySatisfy(n -> assertThat(n.text()).contains("pairs of places raced"));
  }

  @Test
  void operationsOfAPairAreToldApart() {
    RaceTable table = new RaceTable();
    assertThat(table.race(1, 2, false, true)).isSameAs(table.race(1, 2, false, true));
    assertThat(table.race(1, 2, true, true)).isNotSameAs(table.race(1, 2, false, true));
    assertThat(table.race(2, 1, false, true)).isNotSameAs(table.race(1, 2, false, true));
  }

  @Test
  void pairsFoundAtOnceAreOneRaceEach() throws Exception {
    RaceTable table = new RaceTable();
    RaceTable.Race[][] got = new RaceTable.Race[4][2000];
    Given.inParallel(
        4,
        n -> {
          for (int i = 0; i < 2000; i++) {
            got[n][i] = table.race(i + 1, 7, false, true);
          }
        });
    for (int n = 1; n < 4; n++) {
      assertThat(got[n]).containsExactly(got[0]);
    }
    assertThat(table.size()).isEqualTo(2000);
  }

  /** The write that leaves out the common lock is told, with an access that had it. */
  @Test
  void aWriteWithoutTheCommonLockIsTold() throws Exception {
    Object lock = new Object();
    SyncClock order = new SyncClock((byte) 4);
    for (ThreadState t : new ThreadState[] {one, other}) {
      order.acquire(t, 0, null);
      SyncHooks.acquire(lock, t, 0);
      write(t, Given.field());
      SyncHooks.release(lock, t, 0);
      order.release(t);
    }
    order.acquire(one, 0, null);
    write(one, Given.field());
    assertThat(races()).isEmpty();
    List<Entry.Unguarded> unguarded = recording.entries(Entry.Unguarded.class);
    assertThat(unguarded).hasSize(1);
    assertThat(unguarded.get(0).write().operation()).isEqualTo("write");
    assertThat(unguarded.get(0).write().held()).isEmpty();
    assertThat(unguarded.get(0).other().held()).hasSize(1);
  }

  @Test
  void hooksCutShortAreSaidAtTheEnd() throws Exception {
    Faults.cut++;
    recording.close();
    assertThat(recording.entries(Entry.Note.class))
        .anySatisfy(n -> assertThat(n.text()).contains("full stack or heap"));
  }
}
