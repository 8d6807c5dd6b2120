package io.racewatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.SimpleDateFormat;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.Vector;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LibraryShadowTest {
  private final ThreadState one = Given.thread();
  private final ThreadState other = Given.thread();

  @BeforeEach
  void begin() {
    Given.noRaces();
  }

  private static final class OwnMap extends HashMap<String, String> {
    private static final long serialVersionUID = 1;
  }

  private static final class OwnView extends AbstractMap<String, String> {
    @Override
    public Set<Entry<String, String>> entrySet() {
      return Set.of();
    }
  }

  private boolean race(Object object, boolean first, boolean second) {
    int early = Given.call("java.util.Map", "a");
    int late = Given.call("java.util.Map", "b");
    access(object, first, one, early);
    access(object, second, other, late);
    return Given.raced(early, late);
  }

  private boolean racesWhenRead(Object object, String method) {
    int early = Given.call("java.util.Map", method);
    int late = Given.call("java.util.Map", method);
    SyncHooks.libraryRead(object, one, early);
    SyncHooks.libraryRead(object, other, late);
    return Given.raced(early, late);
  }

  private static void access(Object object, boolean writes, ThreadState t, int site) {
    if (writes) {
      SyncHooks.libraryWrite(object, t, site);
    } else {
      SyncHooks.libraryRead(object, t, site);
    }
  }

  @Test
  void writesRaceWithAll() {
    assertThat(race(new HashMap<>(), true, true)).isTrue();
    assertThat(race(new ArrayList<>(), true, false)).isTrue();
    assertThat(race(new StringBuilder(), false, true)).isTrue();
    assertThat(race(new SimpleDateFormat(), true, true)).isTrue();
  }

  @Test
  void readsDoNotRaceWithReads() {
    assertThat(race(new HashMap<>(), false, false)).isFalse();
    assertThat(race(new LinkedHashMap<>(), false, false)).isFalse();
  }

  @Test
  void someReadsWrite() {
    assertThat(race(new WeakHashMap<>(), false, false)).isTrue();
    assertThat(racesWhenRead(new LinkedHashMap<>(16, 0.75f, true), "get")).isTrue();
    assertThat(racesWhenRead(new LinkedHashMap<>(16, 0.75f, true), "size")).isFalse();
    assertThat(racesWhenRead(new LinkedHashMap<>(), "get")).isFalse();
  }

  @Test
  void aSubclassOfTheProgramCountsAsItsSuper() {
    assertThat(race(new OwnMap(), true, true)).isTrue();
  }

  @Test
  void whatIsThreadSafeOrWrittenByOthersIsLeftAlone() {
    assertThat(race(new ConcurrentHashMap<>(), true, true)).isFalse();
    assertThat(race(new Vector<>(), true, true)).isFalse();
    assertThat(race(Collections.synchronizedMap(new HashMap<>()), true, true)).isFalse();
    assertThat(race(new OwnView(), true, true)).isFalse();
    assertThat(race(new StringBuffer(), true, true)).isFalse();
    assertThat(race("text", true, true)).isFalse();
  }

  @Test
  void objectsAreToldApartThoughTheyAreEqual() {
    Map<String, String> a = new HashMap<>();
    Map<String, String> b = new HashMap<>();
    SyncHooks.libraryWrite(a, one, Given.call("java.util.Map", "put"));
    SyncHooks.libraryWrite(b, other, Given.call("java.util.Map", "put"));
    assertThat(Races.table.size()).isZero();
  }

  @Test
  void anOrderBetweenThemMakesItWell() {
    Map<String, String> map = new HashMap<>();
    int early = Given.call("java.util.Map", "put");
    int late = Given.call("java.util.Map", "put");
    SyncHooks.libraryWrite(map, one, early);
    SyncHooks.publish(map, one, 0);
    SyncHooks.consume(map, other, 0);
    SyncHooks.libraryWrite(map, other, late);
    assertThat(Races.table.size()).isZero();
  }
}
