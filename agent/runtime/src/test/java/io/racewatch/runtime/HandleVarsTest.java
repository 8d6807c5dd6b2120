package io.racewatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.runtime.woven.Bare;
import io.racewatch.runtime.woven.WovenLoader;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All ways to a variable meet in one clock. */
class HandleVarsTest {
  private final ThreadState t = Given.thread();
  private Class<?> base;
  private Class<?> derived;
  private Object object;

  @BeforeEach
  void load() throws Exception {
    WovenLoader loader = new WovenLoader();
    base = loader.woven("Base");
    derived = loader.woven("Derived");
    object = derived.getConstructor().newInstance();
  }

  private static SyncClock ofHandle(VarHandle handle, Object first, int second, boolean make) {
    Target target = new Target();
    HandleVars.handle(target, handle, first, second);
    return target.clock(0, make);
  }

  private static SyncClock ofAddress(Object base, long offset, boolean make) {
    Target target = new Target();
    HandleVars.address(target, base, offset, Given.call("sun.misc.Unsafe", "getInt"));
    return target.clock(0, make);
  }

  private SyncClock ofUpdater(Object updater) {
    Target target = new Target();
    HandleVars.updater(target, updater, object);
    return target.clock(0, true);
  }

  private static VarHandle handle(Class<?> c, String name, Class<?> type) throws Exception {
    return MethodHandles.lookup().findVarHandle(c, name, type);
  }

  private static VarHandle staticHandle(Class<?> c, String name, Class<?> type) throws Exception {
    return MethodHandles.lookup().findStaticVarHandle(c, name, type);
  }

  /** The clock that an access to the field itself uses. */
  private SyncClock byField(Class<?> owner, String name, Object o) {
    int site = Given.field(owner.getName(), name);
    Hooks.volatileWrite(o, t, site);
    ShadowPlace place = Sites.site(site).place;
    assertThat(place.isVolatile).isTrue();
    return place.offset >= 0
        ? Variables.beside(o, place.offset, false)
        : SideVars.at(o, place.field, false);
  }

  @Test
  void aHandleOfAVolatileFieldHasTheFieldsClock() throws Exception {
    SyncClock number = byField(base, "number", object);
    assertThat(number).isNotNull();
    assertThat(ofHandle(handle(base, "number", int.class), object, 7, false)).isSameAs(number);
    assertThat(ofHandle(handle(derived, "number", int.class), object, -1, false)).isSameAs(number);
    SyncClock reference = byField(base, "reference", object);
    assertThat(ofHandle(handle(base, "reference", Object.class), object, -1, false))
        .isSameAs(reference)
        .isNotSameAs(number);
  }

  @Test
  void anUpdaterHasTheFieldsClock() throws Exception {
    assertThat(updated(AtomicIntegerFieldUpdater.newUpdater(base, "number")))
        .isSameAs(byField(base, "number", object));
    assertThat(updated(AtomicLongFieldUpdater.newUpdater(base, "wide")))
        .isSameAs(byField(base, "wide", object));
    assertThat(updated(AtomicReferenceFieldUpdater.newUpdater(base, Object.class, "reference")))
        .isSameAs(byField(base, "reference", object));
  }

  private SyncClock updated(Object updater) {
    return ofUpdater(updater);
  }

  @Test
  void anAddressHasTheFieldsClock() throws Exception {
    long offset = Internals.offset(base, "number");
    assertThat(ofAddress(object, offset, true)).isSameAs(byField(base, "number", object));
  }

  /** The first argument of such a handle is a value: it must not be taken for the object. */
  @Test
  void aHandleOfAStaticFieldHasTheFieldsClockWhateverTheValue() throws Exception {
    VarHandle handle = staticHandle(base, "shared", Object.class);
    handle.setVolatile("initialises the class");
    SyncClock clock = Variables.beside(base, Internals.offset(base, "$rw$!shared"), true);
    for (Object value : new Object[] {null, "value", new int[3], new Object()}) {
      assertThat(ofHandle(handle, value, -1, false)).isSameAs(clock);
    }
    assertThat(ofHandle(staticHandle(base, "sharedNumber", int.class), null, 1, true))
        .isNotSameAs(clock)
        .isSameAs(Variables.beside(base, Internals.offset(base, "$rw$!sharedNumber"), false));
  }

  /** From JDK 22 on such a handle stands before the real one. */
  @Test
  void aHandleThatWaitsForItsClassHasTheFieldsClock() throws Exception {
    WovenLoader loader = new WovenLoader();
    Class<?> fresh = Class.forName("io.racewatch.runtime.woven.Base", false, loader);
    VarHandle handle = staticHandle(fresh, "shared", Object.class);
    SyncClock clock = Variables.beside(fresh, Internals.offset(fresh, "$rw$!shared"), true);
    assertThat(ofHandle(handle, "value", -1, false)).isSameAs(clock);
  }

  @Test
  void aHandleOfAClassThatIsNotWovenMeetsTheFieldBesideTheObject() throws Exception {
    Bare bare = new Bare();
    SyncClock clock = byField(Bare.class, "number", bare);
    assertThat(clock).isNotNull();
    assertThat(ofHandle(handle(Bare.class, "number", int.class), bare, 3, false)).isSameAs(clock);
    VarHandle shared = staticHandle(Bare.class, "shared", Object.class);
    shared.setVolatile("initialises the class");
    long offset = Internals.offset(Bare.class, "shared");
    assertThat(ofHandle(shared, "value", -1, true))
        .isSameAs(SideVars.at(Bare.class, offset, false));
  }

  @Test
  void theElementsOfAnArrayHaveAClockEach() {
    VarHandle handle = MethodHandles.arrayElementVarHandle(int[].class);
    int[] array = new int[100];
    SyncClock third = ofHandle(handle, array, 3, true);
    assertThat(third).isNotNull();
    assertThat(ofHandle(handle, array, 3, false)).isSameAs(third);
    assertThat(ofHandle(handle, array, 4, true)).isNotSameAs(third);
    assertThat(ofHandle(handle, array, 99, false)).isNull();
    assertThat(ofHandle(handle, array, 100, true)).isNull();
    long offset = Internals.arrayBase(int[].class) + 3L * Internals.U.arrayIndexScale(int[].class);
    assertThat(ofAddress(array, offset, false)).isSameAs(third);
    AtomicIntegerArray atomics = new AtomicIntegerArray(5);
    assertThat(SideVars.element(atomics, 4, true)).isSameAs(SideVars.element(atomics, 4, false));
    assertThat(SideVars.element(atomics, 5, true)).isNull();
    assertThat(SideVars.element(atomics, -1, true)).isNull();
  }

  @Test
  void namesAndNumbersOfOneObjectAreToldApart() {
    SyncClock a = SideVars.clock(object, "interrupt", 0, true);
    SyncClock b = SideVars.at(object, 0, true);
    SyncClock c = SideVars.at(object, 8, true);
    assertThat(a).isNotSameAs(b);
    assertThat(b).isNotSameAs(c);
    assertThat(SideVars.clock(object, "interrupt", 0, false)).isSameAs(a);
    assertThat(SideVars.at(object, 8, false)).isSameAs(c);
    assertThat(SideVars.at(object, 16, false)).isNull();
    assertThat(SideVars.at(new Object(), 8, false)).isNull();
  }

  @Test
  void aCompareAndSetByAHandleOrdersAReadOfTheField() throws Exception {
    ThreadState reader = Given.thread();
    VarHandle handle = handle(base, "number", int.class);
    int cas = VarMode.ACQUIRE | VarMode.RELEASE | VarMode.IF_DONE;
    int site = Given.call("java.lang.invoke.VarHandle", "compareAndSet");
    int read = Given.field(base.getName(), "number");
    SyncHooks.handleBefore(handle, object, 0, cas, t, site);
    int failed = t.clock;
    SyncHooks.handleAfter(handle, object, 0, false, cas, t, site);
    Hooks.volatileRead(object, reader, read);
    assertThat(reader.knows(t.slot, failed)).isFalse();
    SyncHooks.handleBefore(handle, object, 0, cas, t, site);
    int done = t.clock;
    SyncHooks.handleAfter(handle, object, 0, true, cas, t, site);
    Hooks.volatileRead(object, reader, read);
    assertThat(reader.knows(t.slot, done)).isTrue();
  }

  /** What the function writes is there for whoever reads the new value. */
  @Test
  void theFunctionOfAnUpdateComesBeforeWhoReadsItsResult() {
    ThreadState reader = Given.thread();
    Object atomic = new Object();
    int both = VarMode.ACQUIRE | VarMode.RELEASE;
    int update = Given.call("java.util.concurrent.atomic.AtomicReference", "updateAndGet");
    SyncHooks.atomicBefore(atomic, both, t, update);
    t.tick(); // the function releases something else meanwhile
    int clock = t.clock;
    SyncHooks.atomicAfter(atomic, true, both, t, update);
    SyncHooks.atomicAfter(atomic, true, VarMode.ACQUIRE, reader, update);
    assertThat(reader.knows(t.slot, clock)).isTrue();
  }

  @Test
  void aPlainAccessByAHandleToAnElementRaces() {
    Given.noRaces();
    ThreadState other = Given.thread();
    VarHandle handle = MethodHandles.arrayElementVarHandle(int[].class);
    int[] array = new int[3];
    int write = Given.call("java.lang.invoke.VarHandle", "set");
    int read = Given.call("java.lang.invoke.VarHandle", "get");
    SyncHooks.handleAfter(handle, array, 2, true, VarMode.PLAIN_WRITE, t, write);
    SyncHooks.handleAfter(handle, array, 2, true, VarMode.PLAIN_READ, other, read);
    assertThat(Given.raced(write, read)).isTrue();
  }

  @Test
  void ourFieldsHaveTheOffsetsThatTheTestsTakeThemFrom() throws Exception {
    Field field = Bare.class.getDeclaredField("number");
    assertThat(Internals.offset(Bare.class, "number"))
        .isEqualTo(Internals.U.objectFieldOffset(field));
    assertThat(Internals.offset(Bare.class, "missing")).isEqualTo(-1);
  }
}
