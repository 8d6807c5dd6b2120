package io.racewatch.instrument.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.racewatch.instrument.samples.ClassUses;
import io.racewatch.instrument.samples.Initialized;
import io.racewatch.instrument.samples.LibraryCalls;
import io.racewatch.instrument.samples.Monitors;
import io.racewatch.instrument.samples.References;
import io.racewatch.instrument.samples.Waits;
import io.racewatch.instrument.tape.HookTape;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class SyncWeavingTest {
  @Test
  void monitorsAreNamedByTheFieldThatHeldTheLock() {
    assertThat(Sampled.run(Monitors.class).events())
        .containsSubsequence(
            "request @Monitors.lock",
            "acquire @Monitors.lock",
            "release @Monitors.lock",
            "request @Monitors.GLOBAL",
            "acquire @Monitors.GLOBAL",
            "request @Monitors.stripes[]",
            "acquire @Monitors.stripes[]",
            "release @Monitors.stripes[]",
            "release @Monitors.GLOBAL",
            "acquire @Monitors.class",
            "acquire @Monitors.");
  }

  @Test
  void everyAcquireIsReleased() {
    List<String> events = Sampled.run(Monitors.class).events();

    assertThat(events.stream().filter(e -> e.startsWith("acquire "))).hasSize(9);
    assertThat(events.stream().filter(e -> e.startsWith("release "))).hasSize(9);
  }

  /** The JVM would throw an IllegalMonitorStateException if the method left it locked. */
  @Test
  void aHookThatOverflowsTheStackLeavesNoMonitorLocked() throws ReflectiveOperationException {
    Class<?> type = Sampled.load(Monitors.class.getName(), WeaveMode.loading(true));
    Callable<?> sample = (Callable<?>) type.getDeclaredConstructor().newInstance();
    HookTape.overflow("acquire");

    assertThatThrownBy(sample::call).isInstanceOf(StackOverflowError.class);
  }

  @Test
  void waitsEndAlsoWhenTheyThrow() {
    List<String> events = Sampled.run(Waits.class).events();

    assertThat(events.stream().filter(e -> e.startsWith("waitBegin "))).hasSize(6);
    assertThat(events.stream().filter(e -> e.startsWith("waitEnd "))).hasSize(6);
    assertThat(events).contains("waitBegin @Waits.lock", "waitEnd @Waits.");
  }

  @Test
  void initializersPublishAndReadersOfStaticsTakeTheOrder() {
    assertThat(Sampled.run(Initialized.class).events())
        .containsSubsequence(
            "initOrder",
            "readStatic @Initialized.table",
            "initialized",
            "readStaticFinal @Initialized$Holder.VALUE",
            "initialized",
            "readStaticFinal @Initialized$Constants.NAMES",
            "initFailed io.racewatch.instrument.samples.Initialized$Failing");
  }

  @Test
  void callsOfAClassTakeTheOrderOfAnInitializerThatReachesOut() {
    List<String> events = Sampled.run(ClassUses.class).events();

    assertThat(events.stream().filter(e -> e.contains("Order")).map(e -> e.split(" @")[0]))
        .containsExactly("initOrder", "initOrder", "superOrder Inherits", "initOrder");
    assertThat(events)
        .containsSubsequence(
            "initialized", "initOrder", "initialized", "initOrder", "superOrder Inherits");
    assertThat(events).containsSubsequence("initBegin Heir", "initialized", "initOrder");
  }

  @Test
  void initializersThatReachOutExcludeOthersAndUsesOfTheirClassesAreTold() {
    List<String> events = Sampled.run(ClassUses.class).events();

    assertThat(events.stream().filter(e -> e.startsWith("excludeBegin"))).hasSize(4);
    assertThat(events.stream().filter(e -> e.startsWith("excludeEnd"))).hasSize(4);
    assertThat(events)
        .containsSubsequence(
            "excludeBegin @ClassUses$Called.<clinit>", "excludeEnd", "initialized");
    assertThat(events.stream().filter(e -> e.startsWith("classUse")))
        .as("calls, constructors and static fields of other classes")
        .hasSizeGreaterThanOrEqualTo(4);
  }

  @Test
  void cataloguedCallsHaveTheirHooks() {
    List<String> events = Sampled.run(LibraryCalls.class).events();

    assertThat(events)
        .containsSubsequence(
            "request @LibraryCalls.lock",
            "acquire @LibraryCalls.lock",
            "conditionMade @LibraryCalls.lock",
            "awaitBegin @.",
            "awaitEnd @.",
            "release @LibraryCalls.lock",
            "acquireIf true @LibraryCalls.lock",
            "release @LibraryCalls.lock",
            "acquire @LibraryCalls.stamped",
            "release @LibraryCalls.stamped",
            "atomicBefore 3 @AtomicInteger.incrementAndGet",
            "atomicAfter true 3 @AtomicInteger.incrementAndGet",
            "atomicBefore 7 @AtomicInteger.compareAndSet",
            "atomicAfter false 7 @AtomicInteger.compareAndSet",
            "atomicAfter true 7 @AtomicLong.compareAndExchange",
            "atomicElementBefore 1 3 @AtomicIntegerArray.getAndAdd",
            "atomicElementAfter 1 true 3 @AtomicIntegerArray.getAndAdd",
            "atomicAfter true 7 @AtomicInteger.compareAndExchange",
            "handleBefore 4 2 @VarHandle.setVolatile",
            "handleBefore 1 7 @VarHandle.compareAndSet",
            "handleAfter 1 true 7 @VarHandle.compareAndSet",
            "handleAfter 1 true 7 @VarHandle.compareAndExchange",
            "updaterBefore 3 @AtomicIntegerFieldUpdater.incrementAndGet",
            "atomicElementBefore 5 3 @AtomicIntegerArray.incrementAndGet",
            "atomicElementAfter 5 false 259 @AtomicIntegerArray.incrementAndGet");
  }

  @Test
  void aLockThatWasNotTakenIsNotAcquired() {
    assertThat(Sampled.run(LibraryCalls.class).events())
        .noneMatch(e -> e.startsWith("acquireShared"));
  }

  @Test
  void methodReferencesAreLedThroughBridges() {
    Sampled sample = Sampled.run(References.class);

    assertThat(sample.events().stream().filter(e -> e.startsWith("atomic")))
        .containsExactly(
            "atomicBefore 3 @AtomicInteger.incrementAndGet",
            "atomicAfter true 3 @AtomicInteger.incrementAndGet");
    assertThat(sample.events().stream().filter(e -> !e.startsWith("atomic")))
        .containsExactly(
            "request @References.lock",
            "acquire @References.lock",
            "release @.",
            "request @References.lock",
            "acquire @References.lock",
            "acquireIf true @References.lock",
            "libraryRead true @StringBuilder.append", // of what is appended
            "release @.");
    assertThat(sample.type().getDeclaredMethods())
        .extracting("name", String.class)
        .noneMatch(name -> name.startsWith("$rw$"));
  }
}
