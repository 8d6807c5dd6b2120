package io.racewatch.runtime.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SlotTableTest {
  private final Set<Object> ended = new HashSet<>();
  private final SlotTable table = new SlotTable(1000, ended::contains);

  private Tenancy take(int uid, Object owner) {
    return table.take(uid, owner, new VectorClock(), null, -1, 0);
  }

  @Test
  void tenantsOfTheSameTimeHaveDifferentSlots() {
    List<Tenancy> live = new ArrayList<>();
    Set<Integer> slots = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      Tenancy t = take(i, this);
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
      take(i, this).slot.clock += 10;
    }
    System.gc();
    int again = 0;
    for (int i = 0; i < 200; i++) {
      Tenancy t = take(100 + i, this);
      again += t.slot.index < 64 && t.slot.clock == 12 ? 1 : 0;
    }
    assertThat(again).isEqualTo(64);
    assertThat(table.size()).isLessThanOrEqualTo(200);
  }

  @Test
  void aSlotWhoseTenancyIsReferredToIsNotUsedAgain() {
    Tenancy kept = take(1, this);
    for (int round = 0; round < 10; round++) {
      for (int i = 0; i < 100; i++) {
        assertThat(take(2, this).slot).isNotSameAs(kept.slot);
      }
      System.gc();
    }
    assertThat(kept.slot.clock).isEqualTo(1);
  }

  @Test
  void aSlotWithoutClocksLeftIsNeverUsedAgain() {
    Set<Integer> spent = new HashSet<>();
    for (int i = 0; i < 64; i++) {
      Tenancy t = take(i, this);
      t.slot.clock = table.lastClock() - 1;
      spent.add(t.slot.index);
    }
    System.gc();
    for (int i = 0; i < 200; i++) {
      assertThat(spent).doesNotContain(take(i, this).slot.index);
    }
  }

  /** A thread that made an access in its last epoch, and ended. */
  private ClockSlot endedSlot(String owner) {
    Tenancy t = take(1, owner);
    t.slot.clock += 5;
    t.slot.lastAccess = t.slot.clock;
    t.slot.clock += 2; // releases
    ended.add(owner);
    return t.slot;
  }

  private static VectorClock knowing(ClockSlot slot, int clock) {
    VectorClock known = new VectorClock();
    known.raise(slot.index, clock);
    return known;
  }

  @Test
  void aSlotIsHandedOnToWhoKnowsAllAccessesMadeUnderIt() {
    ClockSlot slot = endedSlot("first");
    int last = slot.clock;
    Tenancy next = table.take(2, "second", knowing(slot, slot.lastAccess), null, -1, 0);
    assertThat(next.slot).isSameAs(slot);
    assertThat(next.first).isEqualTo(last + 1);
    assertThat(table.isOfTenant(slot.index, last)).isFalse();
    assertThat(table.isOfTenant(slot.index, last + 1)).isTrue();
  }

  @Test
  void whatIsAboutToBeLearntCountsAsKnown() {
    ClockSlot slot = endedSlot("first");
    int[][] beside = knowing(slot, slot.lastAccess).share();
    assertThat(table.take(2, "second", new VectorClock(), beside, -1, 0).slot).isSameAs(slot);
  }

  @Test
  void theReleaseThatIsAboutToBeLearntCountsAsKnown() {
    ClockSlot slot = endedSlot("first");
    VectorClock nothing = new VectorClock();
    Tenancy early = table.take(2, "second", nothing, null, slot.index, slot.lastAccess - 1);
    assertThat(early.slot).isNotSameAs(slot);
    Tenancy next = table.take(3, "third", nothing, null, slot.index, slot.lastAccess);
    assertThat(next.slot).isSameAs(slot);
  }

  @Test
  void aSlotIsNotHandedOnToWhoMissesAnAccess() {
    ClockSlot slot = endedSlot("first");
    VectorClock known = knowing(slot, slot.lastAccess - 1);
    assertThat(table.take(2, "second", known, null, slot.index, 0).slot).isNotSameAs(slot);
  }

  @Test
  void aSlotIsNotHandedOnWhileItsThreadLives() {
    ClockSlot slot = endedSlot("first");
    ended.clear();
    VectorClock known = knowing(slot, slot.clock);
    assertThat(table.take(2, "second", known, null, slot.index, 0).slot).isNotSameAs(slot);
  }

  /** Else the records of the first would be compared with clocks of threads that know nothing. */
  @Test
  void aSlotHandedOnIsNotFreeWhileRecordsOfItsFirstTenantLive() {
    Tenancy first = take(1, "first");
    ended.add("first");
    for (int round = 0; round < 3; round++) {
      table.take(2, "second", new VectorClock(), null, -1, 0);
      ended.add("second");
      System.gc();
    }
    first.slot.lastAccess = first.slot.clock;
    for (int i = 0; i < 300; i++) {
      assertThat(take(3, "third").slot).isNotSameAs(first.slot);
    }
    assertThat(first.uid).isEqualTo(1);
  }

  @Test
  void slotsOnTheWayBackAreTried() {
    List<ClockSlot> slots = new ArrayList<>();
    VectorClock known = new VectorClock();
    for (int i = 0; i < 40; i++) {
      Tenancy t = take(i, "live");
      t.slot.lastAccess = t.slot.clock;
      t.slot.learnedFrom = i - 1;
      slots.add(t.slot);
    }
    ClockSlot old = slots.get(20);
    known.raise(old.index, old.lastAccess);
    ended.add("live");
    assertThat(table.take(99, "next", known, null, 39, 0).slot).isSameAs(old);
  }
}
