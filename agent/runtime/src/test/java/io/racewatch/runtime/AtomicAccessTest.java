package io.racewatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.runtime.woven.Bare;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Atomic accesses race with plain ones alone; plain and opaque writes take releases away. */
class AtomicAccessTest {
  private static final int OPAQUE_READ = VarMode.OPAQUE_READ;
  private static final int OPAQUE_WRITE = VarMode.OPAQUE_WRITE;

  private final ThreadState t = Given.thread();
  private final ThreadState other = Given.thread();
  private final int[] array = new int[4];
  private final VarHandle elements = MethodHandles.arrayElementVarHandle(int[].class);

  @BeforeEach
  void noRaces() {
    Given.noRaces();
  }

  private int by(int index, String method, int mode, ThreadState thread) {
    int site = Given.call("java.lang.invoke.VarHandle", method);
    SyncHooks.handleBefore(elements, array, index, mode, thread, site);
    SyncHooks.handleAfter(elements, array, index, true, mode, thread, site);
    return Sites.site(site).atomicElement == 0 ? site : Sites.site(site).atomicElement;
  }

  private int plainRead(int index, ThreadState thread) {
    int site = Given.call("T", "element");
    Hooks.readElement(array, index, thread, site);
    return site;
  }

  @Test
  void opaqueAccessesDoNotRaceWithOneAnother() {
    int write = by(1, "setOpaque", OPAQUE_WRITE, t);
    int read = by(1, "getOpaque", OPAQUE_READ, other);
    int second = by(1, "setOpaque", OPAQUE_WRITE, other);
    assertThat(Given.raced(write, read)).isFalse();
    assertThat(Given.raced(write, second)).isFalse();
  }

  @Test
  void aPlainReadRacesWithAnAtomicWrite() {
    int write = by(1, "setOpaque", OPAQUE_WRITE, t);
    assertThat(Given.raced(write, plainRead(1, other))).isTrue();
  }

  @Test
  void anAtomicReadRacesWithAPlainWriteOfTheSameEpochAsAnAtomicOne() {
    int site = Given.call("T", "element");
    by(2, "setOpaque", OPAQUE_WRITE, t);
    Hooks.writeElement(array, 2, t, site);
    int read = by(2, "getOpaque", OPAQUE_READ, other);
    assertThat(Given.raced(site, read)).isTrue();
  }

  @Test
  void anOrderedPlainReadIsNone() {
    by(1, "setRelease", VarMode.RELEASE, t);
    by(1, "getAcquire", VarMode.ACQUIRE, other);
    int read = plainRead(1, other);
    int write = by(1, "setRelease", VarMode.RELEASE, t);
    assertThat(Given.raced(read, write)).isTrue();
    assertThat(Given.raced(write, read)).isFalse();
  }

  @Test
  void whatThrewWasNoAccess() {
    int site = Given.call("java.lang.invoke.VarHandle", "set");
    int plain = VarMode.PLAIN_WRITE;
    SyncHooks.handleBefore(elements, array, 1, plain, t, site);
    SyncHooks.handleAfter(elements, array, 1, false, plain | VarMode.FAILED, t, site);
    assertThat(Given.raced(site, plainRead(1, other))).isFalse();
  }

  @Test
  void aWriteThatReleasesNothingTakesTheReleaseAway() {
    int released = t.clock;
    by(3, "setRelease", VarMode.RELEASE, t);
    ThreadState third = Given.thread();
    by(3, "getAcquire", VarMode.ACQUIRE, third);
    assertThat(third.knows(t.slot, released)).isTrue();
    by(3, "setOpaque", OPAQUE_WRITE, third);
    by(3, "getAcquire", VarMode.ACQUIRE, other);
    assertThat(other.knows(t.slot, released)).isFalse();
  }

  /** It may have seen the older value. */
  @Test
  void aReadThatWasUnderWayMeanwhileStillAcquires() {
    int released = t.clock;
    by(3, "setRelease", VarMode.RELEASE, t);
    by(0, "setRelease", VarMode.RELEASE, t);
    by(0, "setOpaque", OPAQUE_WRITE, t); // from now on reads say when they begin
    int site = Given.call("java.lang.invoke.VarHandle", "getAcquire");
    SyncHooks.handleBefore(elements, array, 3, VarMode.ACQUIRE, other, site);
    by(3, "setOpaque", OPAQUE_WRITE, t);
    SyncHooks.handleAfter(elements, array, 3, true, VarMode.ACQUIRE, other, site);
    assertThat(other.knows(t.slot, released)).isTrue();
  }

  @Test
  void fencesOrderOpaqueAccesses() {
    int before = t.clock;
    SyncHooks.fenceRelease(t, 0);
    int after = t.clock;
    by(1, "setOpaque", OPAQUE_WRITE, t);
    by(1, "getOpaque", OPAQUE_READ, other);
    assertThat(other.knows(t.slot, before)).isFalse();
    SyncHooks.fenceAcquire(other, 0);
    assertThat(other.knows(t.slot, before)).isTrue();
    assertThat(other.knows(t.slot, after)).isFalse();
  }

  @Test
  void aFieldByReflectionIsTheField() throws Exception {
    Bare bare = new Bare();
    Field number = Bare.class.getDeclaredField("number");
    int released = t.clock;
    int site = Given.call("java.lang.reflect.Field", "set");
    SyncHooks.fieldBefore(number, bare, VarMode.PLAIN_WRITE, t, site);
    SyncHooks.fieldAfter(number, bare, true, VarMode.PLAIN_WRITE, t, site);
    Hooks.volatileRead(bare, other, Given.field(Bare.class.getName(), "number"));
    assertThat(other.knows(t.slot, released)).isTrue();
  }

  @Test
  void anotherObjectIsNoFieldOfTheClass() throws Exception {
    Field number = Bare.class.getDeclaredField("number");
    Target target = new Target();
    HandleVars.reflected(target, number, "something else");
    assertThat(target.kind).isEqualTo(Target.NONE);
    HandleVars.reflected(target, number, null);
    assertThat(target.kind).isEqualTo(Target.NONE);
    HandleVars.handle(target, elements, array, 4);
    assertThat(target.kind).isEqualTo(Target.NONE);
  }

  @Test
  void viewsOfBytesCoverTheirWidth() {
    VarHandle longs =
        MethodHandles.byteArrayViewVarHandle(long[].class, java.nio.ByteOrder.BIG_ENDIAN);
    byte[] bytes = new byte[16];
    Target target = new Target();
    HandleVars.handle(target, longs, bytes, 8);
    assertThat(target.width).isEqualTo(8);
    SyncClock first = target.clock(0, true);
    assertThat(target.clock(7, true)).isNotSameAs(first);
    HandleVars.handle(target, longs, bytes, 9);
    assertThat(target.kind).isEqualTo(Target.NONE);
  }
}
