package io.racewatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.format.EdgeKind;
import io.racewatch.format.Entry;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One-way orders through objects, and tasks. */
class PostsTest {
  private final ThreadState one = Given.thread();
  private final ThreadState other = Given.thread();

  @Test
  void whoConsumesComesAfterWhoPublished() {
    Object element = new Object();
    int clock = one.clock;
    SyncHooks.publish(element, one, 0);
    int later = one.clock;
    SyncHooks.consume(element, other, 0);
    assertThat(other.knows(one.slot, clock)).isTrue();
    assertThat(other.knows(one.slot, later)).as("what came after").isFalse();
    assertThat(one.knows(other.slot, other.clock)).as("the way back").isFalse();
  }

  @Test
  void objectsAreToldApartThoughTheyAreEqual() {
    Integer a = Integer.valueOf(4000);
    Integer b = Integer.valueOf(4000);
    int clock = one.clock;
    SyncHooks.publish(a, one, 0);
    SyncHooks.consume(b, other, 0);
    assertThat(other.knows(one.slot, clock)).isFalse();
  }

  @Test
  void allWhoPublishedAreBeforeWhoConsumes() {
    ThreadState third = Given.thread();
    Object latch = new Object();
    int first = one.clock;
    int second = other.clock;
    SyncHooks.publish(latch, one, 0);
    SyncHooks.publish(latch, other, 0);
    SyncHooks.consume(latch, third, 0);
    assertThat(third.knows(one.slot, first)).isTrue();
    assertThat(third.knows(other.slot, second)).isTrue();
  }

  @Test
  void theOutcomeDecides() {
    Object latch = new Object();
    int clock = one.clock;
    SyncHooks.publish(latch, one, 0);
    SyncHooks.consumeIf(false, latch, other, 0);
    SyncHooks.consumeUnless(true, latch, other, 0);
    assertThat(other.knows(one.slot, clock)).isFalse();
    SyncHooks.consumeUnless(false, latch, other, 0);
    assertThat(other.knows(one.slot, clock)).isTrue();
    ThreadState third = Given.thread();
    SyncHooks.consumeIf(true, latch, third, 0);
    assertThat(third.knows(one.slot, clock)).isTrue();
  }

  @Test
  void nobodyPublishedNothingIsLearnt() {
    long acquires = other.acquires;
    SyncHooks.consume(new Object(), other, 0);
    SyncHooks.consume(null, other, 0);
    SyncHooks.publish(null, other, 0);
    assertThat(other.acquires).isEqualTo(acquires);
  }

  @Test
  void insideAHookNothingIsObserved() {
    Object element = new Object();
    one.inside++;
    int clock = one.clock;
    SyncHooks.publish(element, one, 0);
    one.inside--;
    assertThat(one.clock).isEqualTo(clock);
    SyncHooks.publish(element, one, 0);
    other.inside++;
    SyncHooks.consume(element, other, 0);
    other.inside--;
    assertThat(other.knows(one.slot, clock)).isFalse();
  }

  @Test
  void aTaskComesAfterItsSubmissionAndKnowsWhere() {
    Object task = new Object();
    int clock = one.clock;
    Tasks.submitted(task, one);
    Tasks.begin(task, other);
    assertThat(other.knows(one.slot, clock)).isTrue();
    assertThat(other.task.trace).isNotNull();
    assertThat(other.task.outer).isNull();
    Tasks.begin(new Object(), other);
    assertThat(other.task.trace).as("submitted where nobody saw it").isNull();
    assertThat(other.task.outer.trace).as("tasks nest").isNotNull();
  }

  @Test
  void theOrderOfATaskIsRecordedThoughItIsKnownByOtherWays(@TempDir Path folder) throws Exception {
    try (Recording recording = new Recording(folder)) {
      ThreadState submitter = Given.thread();
      ThreadState worker = Given.thread();
      Object task = new Object();
      Object queue = new Object();
      Tasks.submitted(task, submitter);
      SyncHooks.publish(queue, submitter, 0);
      SyncHooks.consume(queue, worker, 0);
      Tasks.begin(task, worker);
      assertThat(recording.entries(Entry.Edge.class))
          .anySatisfy(e -> assertThat(e.kind()).isEqualTo(EdgeKind.name(EdgeKind.TASK)));
    }
  }

  @Test
  void aTaskEndsWhereItBegan(@TempDir Path folder) {
    try (Recording recording = new Recording(folder)) {
      ThreadState me = ThreadState.current();
      Object task = new Object();
      TaskOrigin before = me.task;
      JdkHooks.submit(task);
      JdkHooks.taskBegin(task);
      assertThat(me.task).isNotSameAs(before);
      JdkHooks.taskBegin(new Object());
      JdkHooks.taskEnd(task);
      JdkHooks.taskEnd(task);
      assertThat(me.task).isSameAs(before);
    }
  }

  @Test
  void anInterruptOrdersWhoSeesIt() {
    Thread thread = new Thread();
    int clock = one.clock;
    SyncHooks.interrupt(thread, one, 0);
    SyncHooks.interruptedIf(false, thread, other, 0);
    assertThat(other.knows(one.slot, clock)).isFalse();
    SyncHooks.interruptedIf(true, thread, other, 0);
    assertThat(other.knows(one.slot, clock)).isTrue();
  }
}
