package io.racewatch.runtime.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SlotTableTest {
  private final SlotTable table = new SlotTable(1000);

  @Test
  void tenantsOfTheSameTimeHaveDifferentSlots() {
    List<Tenancy> live = new ArrayList<>();
    Set<Integer> slots = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      Tenancy t = table.take(i, this);
      live.add(t);
      assertThat(slots.add(t.slot.index)).isTrue();
      assertThat(t.slot.clock).isEqualTo(1);
      assertThat(t.owner).isSameAs(this);
      assertThat(t.uid).isEqualTo(i);
    }
    assertThat(table.size()).isEqualTo(live.size());
  }

  @Test
  void aSlotIsUsedAgainWithALaterClockOnceItsTenancyIsGone() {
    for (int i = 0; i < 64; i++) {
      table.take(i, this).slot.clock += 10;
    }
    System.gc();
    int again = 0;
    for (int i = 0; i < 200; i++) {
      Tenancy t = table.take(100 + i, this);
      again += t.slot.index < 64 && t.slot.clock == 12 ? 1 : 0;
    }
    assertThat(again).isEqualTo(64);
    assertThat(table.size()).isLessThanOrEqualTo(200);
  }

  @Test
  void aSlotWhoseTenancyIsReferredToIsNotUsedAgain() {
    Tenancy kept = table.take(1, this);
    for (int round = 0; round < 10; round++) {
      for (int i = 0; i < 100; i++) {
        assertThat(table.take(2, this).slot).isNotSameAs(kept.slot);
      }
      System.gc();
    }
    assertThat(kept.slot.clock).isEqualTo(1);
  }

  @Test
  void aSlotWithoutClocksLeftIsNeverUsedAgain() {
    Set<Integer> spent = new HashSet<>();
    for (int i = 0; i < 64; i++) {
      Tenancy t = table.take(i, this);
      t.slot.clock = table.lastClock() - 1;
      spent.add(t.slot.index);
    }
    System.gc();
    for (int i = 0; i < 200; i++) {
      assertThat(spent).doesNotContain(table.take(i, this).slot.index);
    }
  }
}
