package io.racewatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Initializers are taken over once by each thread, and by those that it starts then. */
class InitClockTest {
  private final ThreadState initializer = Given.thread();

  @Test
  void aThreadTakesOverOnce() {
    InitClock[] classes = new InitClock[200];
    for (int i = 0; i < classes.length; i++) {
      classes[i] = Hooks.initialized(initializer);
    }
    ThreadState user = Given.thread();
    use(classes, user);
    long acquires = user.acquires;
    assertThat(acquires).isPositive();
    assertThat(user.knows(initializer.slot, initializer.clock - 1)).isTrue();
    use(classes, user);
    assertThat(user.acquires).isEqualTo(acquires);
  }

  @Test
  void whoIsStartedKnowsWhatItsStarterKnew() {
    InitClock before = Hooks.initialized(initializer);
    ThreadState starter = Given.thread();
    use(new InitClock[] {before}, starter);
    ThreadState child = Given.thread();
    child.startedBy(starter);
    assertThat(before.isTakenBy(child)).isTrue();

    InitClock after = Hooks.initialized(initializer);
    use(new InitClock[] {after}, starter);
    assertThat(after.isTakenBy(child)).isFalse();
    use(new InitClock[] {after}, child);
    InitClock last = Hooks.initialized(initializer);
    use(new InitClock[] {last}, child);
    assertThat(last.isTakenBy(starter)).isFalse();
    assertThat(before.isTakenBy(starter)).isTrue();
  }

  @Test
  void whoIsToldOfAFailureComesAfterIt() {
    int clock = initializer.clock;
    Hooks.initFailed("com.example.Failed", initializer);
    ThreadState user = Given.thread();
    InitClock.takeFailed("com.example.Failed", user);
    assertThat(user.knows(initializer.slot, clock)).isTrue();
  }

  @Test
  void whereAnotherClassWasToBlameItIsNotKnownWhich() {
    int clock = initializer.clock;
    Hooks.initFailed("com.example.Parent", initializer);
    ThreadState user = Given.thread();
    InitClock.takeFailed("com.example.ChildOfIt", user);
    assertThat(user.knows(initializer.slot, clock)).isTrue();
  }

  private static void use(InitClock[] classes, ThreadState user) {
    for (InitClock each : classes) {
      Hooks.initOrder(each, user);
    }
  }
}
