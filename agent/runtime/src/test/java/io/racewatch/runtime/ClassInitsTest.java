package io.racewatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.runtime.woven.WovenLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a class initializer did comes before all uses of the class (JLS 12.4.2). */
class ClassInitsTest {
  private final ThreadState initializer = Given.thread();
  private final ThreadState user = Given.thread();
  private Class<?> base;

  @BeforeEach
  void load() throws Exception {
    base = new WovenLoader().woven("Base");
  }

  @Test
  void theInitializerComesBeforeAUse() throws Exception {
    int clock = initializer.clock;
    base.getField("plainShared").setInt(null, 1);
    base.getField("$rw$clinit").set(null, Hooks.initialized(initializer));
    assertThat(user.knows(initializer.slot, clock)).isFalse();
    ClassInits.order(base, user, 0);
    assertThat(user.knows(initializer.slot, clock)).isTrue();
  }

  @Test
  void aWovenClassGivesItsClockItself() {
    int clock = initializer.clock;
    InitClock done = Hooks.initialized(initializer);
    Hooks.initOrder(null, user);
    assertThat(user.knows(initializer.slot, clock)).isFalse();
    Hooks.initOrder(done, user);
    assertThat(user.knows(initializer.slot, clock)).isTrue();
  }

  @Test
  void aClassWithoutAnInitializerOrdersNothing() {
    long acquires = user.acquires;
    ClassInits.order(base, user, 0);
    ClassInits.order(String.class, user, 0);
    ClassInits.order((Class<?>) null, user, 0);
    assertThat(user.acquires).isEqualTo(acquires);
  }

  /** Class.forName makes classes of arrays, too; what has no fields at all ends the JVM. */
  @Test
  void arraysAndPrimitivesHaveNoInitializer() {
    long acquires = user.acquires;
    ClassInits.order(String[].class, user, 0);
    ClassInits.order(int[][].class, user, 0);
    ClassInits.order(long.class, user, 0);
    assertThat(user.acquires).isEqualTo(acquires);
  }
}
