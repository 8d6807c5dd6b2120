package io.racewatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.locks.StampedLock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is read between a stamp and its validation. */
class OptimisticReadTest {
  private static final String OWNER = StampedLock.class.getName();

  private final StampedLock lock = new StampedLock();
  private final ThreadState reader = Given.thread();
  private final ThreadState writer = Given.thread();
  private final Shadow[] variable = new Shadow[1];
  private final int begin = Given.call(OWNER, "tryOptimisticRead");
  private final int validate = Given.call(OWNER, "validate");
  private final int read = Given.field();
  private final int write = Given.field();

  @BeforeEach
  void forgetRaces() {
    Given.noRaces();
  }

  private void read(int site) {
    Detector.read(variable, Internals.element(0), this, -1, reader, site);
  }

  private void writeUnderLock(int site) {
    SyncHooks.acquire(lock, writer, 0);
    Detector.write(variable, Internals.element(0), this, -1, writer, site);
    SyncHooks.release(lock, writer, 0);
  }

  private void validated(StampedLock of) {
    SyncHooks.consumeIf(true, of, reader, validate);
    SyncHooks.publish(of, reader, validate);
  }

  @Test
  void aReadThatIsValidatedComesAfterTheWriteThatItSaw() {
    SyncHooks.consume(lock, reader, begin);
    writeUnderLock(write);
    read(read);
    assertThat(Given.raced(write, read)).as("not yet known").isFalse();
    validated(lock);
    assertThat(Races.table.size()).isZero();
    assertThat(reader.optimistic).isNull();
  }

  @Test
  void aReadThatTurnsOutInvalidDoesNotCount() {
    SyncHooks.consume(lock, reader, begin);
    writeUnderLock(write);
    read(read);
    SyncHooks.consumeIf(false, lock, reader, validate);
    assertThat(reader.optimistic).isNull();
    assertThat(Races.table.size()).isZero();
  }

  @Test
  void aValidatedReadComesBeforeTheNextWrite() {
    SyncHooks.consume(lock, reader, begin);
    read(read);
    validated(lock);
    writeUnderLock(write);
    assertThat(Races.table.size()).isZero();
  }

  @Test
  void aWriteUnderTheLockMakesAnEarlierOpenReadVoid() {
    SyncHooks.consume(lock, reader, begin);
    read(read);
    writeUnderLock(write);
    assertThat(Races.table.size()).isZero();
  }

  @Test
  void aWriteWithoutTheLockRacesThoughTheStampIsValid() {
    SyncHooks.consume(lock, reader, begin);
    Detector.write(variable, Internals.element(0), this, -1, writer, write);
    read(read);
    validated(lock);
    assertThat(Given.raced(write, read)).isTrue();
  }

  @Test
  void aReadThatIsNeverValidatedCountsWhenTheNextBegins() {
    SyncHooks.consume(lock, reader, begin);
    Detector.write(variable, Internals.element(0), this, -1, writer, write);
    read(read);
    assertThat(Given.raced(write, read)).isFalse();
    SyncHooks.consume(lock, reader, begin);
    assertThat(Given.raced(write, read)).isTrue();
  }

  @Test
  void manyRacesWithoutAValidationCountAtLast() {
    SyncHooks.consume(lock, reader, begin);
    Shadow[] many = new Shadow[300];
    for (int i = 0; i < many.length; i++) {
      Detector.write(many, Internals.element(i), this, -1, writer, write);
      Detector.read(many, Internals.element(i), this, -1, reader, read);
    }
    assertThat(Given.raced(write, read)).isTrue();
    assertThat(reader.optimistic).isNull();
  }

  @Test
  void readsUnderTwoStampsCountWhenBothAreValid() {
    StampedLock second = new StampedLock();
    SyncHooks.consume(lock, reader, begin);
    SyncHooks.consume(second, reader, begin);
    writeUnderLock(write);
    read(read);
    validated(second);
    assertThat(Races.table.size()).as("the first is still open").isZero();
    validated(lock);
    assertThat(Races.table.size()).isZero();
    assertThat(reader.optimistic).isNull();
  }

  @Test
  void stampsMayBeValidatedInAnyOrder() {
    StampedLock second = new StampedLock();
    SyncHooks.consume(lock, reader, begin);
    SyncHooks.consume(second, reader, begin);
    writeUnderLock(write);
    read(read);
    validated(lock);
    validated(second);
    assertThat(Races.table.size()).isZero();
    assertThat(reader.optimistic).isNull();
  }

  @Test
  void anotherLocksValidationDoesNotEndTheRead() {
    SyncHooks.consume(lock, reader, begin);
    writeUnderLock(write);
    read(read);
    validated(new StampedLock());
    assertThat(reader.optimistic).isNotNull();
    validated(lock);
    assertThat(Races.table.size()).isZero();
  }

  @Test
  void aReadThatIsNeverValidatedCountsWhenItsThreadHasEnded() {
    SyncHooks.consume(lock, reader, begin);
    writeUnderLock(write);
    read(read);
    reader.endedFor(writer, true, 0);
    assertThat(Given.raced(write, read)).isTrue();
    assertThat(reader.optimistic).isNull();
  }

  @Test
  void aReadThatIsNeverValidatedCountsWhenItsMethodReturns() {
    final int before = StampHooks.begin(reader);
    SyncHooks.consume(lock, reader, begin);
    writeUnderLock(write);
    read(read);
    StampHooks.end(before, reader);
    assertThat(Given.raced(write, read)).isTrue();
    assertThat(reader.optimistic).isNull();
  }

  @Test
  void aWriteAfterAReadThatIsNeverValidatedRacesOnceItsMethodReturns() {
    final int before = StampHooks.begin(reader);
    SyncHooks.consume(lock, reader, begin);
    read(read);
    writeUnderLock(write);
    assertThat(Races.table.size()).isZero();
    StampHooks.end(before, reader);
    assertThat(Given.raced(read, write)).isTrue();
  }

  @Test
  void aWriteAfterTheEndOfAReadThatWasNeverValidatedRaces() {
    final int before = StampHooks.begin(reader);
    SyncHooks.consume(lock, reader, begin);
    read(read);
    StampHooks.end(before, reader);
    writeUnderLock(write);
    assertThat(Given.raced(read, write)).isTrue();
  }

  @Test
  void whatAMethodReadThatThrowsIsNotUsed() {
    final int before = StampHooks.begin(reader);
    SyncHooks.consume(lock, reader, begin);
    writeUnderLock(write);
    read(read);
    StampHooks.drop(before, reader);
    assertThat(Races.table.size()).isZero();
    assertThat(reader.optimistic).isNull();
  }

  @Test
  void aMethodEndsItsOwnReadsAlone() {
    SyncHooks.consume(lock, reader, begin);
    final int before = StampHooks.begin(reader);
    writeUnderLock(write);
    read(read);
    StampHooks.end(before, reader);
    assertThat(reader.optimistic).isNotNull();
    validated(lock);
    assertThat(Races.table.size()).isZero();
  }

  @Test
  void aWriteLockConvertedToAReadLockOrdersReadersAndIsGivenBackAsSuch() {
    SyncHooks.acquire(lock, writer, 0);
    Detector.write(variable, Internals.element(0), this, -1, writer, write);
    convert(writer, "tryConvertToReadLock");
    assertThat(writer.held.shared).isTrue();
    SyncHooks.acquireShared(lock, reader, 0);
    read(read);
    assertThat(Races.table.size()).isZero();
    SyncHooks.releaseShared(lock, writer, 0);
    assertThat(writer.held).isNull();
  }

  @Test
  void aWriteLockConvertedToAnOptimisticStampIsNoLongerHeld() {
    SyncHooks.acquire(lock, writer, 0);
    Detector.write(variable, Internals.element(0), this, -1, writer, write);
    convert(writer, "tryConvertToOptimisticRead");
    assertThat(writer.held).isNull();
    assertThat(writer.optimistic).isNotNull();
    SyncHooks.acquireShared(lock, reader, 0);
    read(read);
    assertThat(Races.table.size()).isZero();
  }

  @Test
  void aReadLockConvertedToAWriteLockComesAfterOtherReaders() {
    SyncHooks.acquireShared(lock, reader, 0);
    read(read);
    SyncHooks.releaseShared(lock, reader, 0);
    SyncHooks.acquireShared(lock, writer, 0);
    convert(writer, "tryConvertToWriteLock");
    assertThat(writer.held.shared).isFalse();
    assertThat(writer.held.outer).isNull();
    Detector.write(variable, Internals.element(0), this, -1, writer, write);
    assertThat(Races.table.size()).isZero();
    SyncHooks.release(lock, writer, 0);
    assertThat(writer.held).isNull();
  }

  @Test
  void unlockOfAReadStampOrdersNoReader() {
    SyncHooks.acquireShared(lock, writer, 0);
    Detector.write(variable, Internals.element(0), this, -1, writer, write);
    SyncHooks.release(lock, writer, 0); // unlock(stamp) does not say which mode
    assertThat(writer.held).isNull();
    SyncHooks.acquireShared(lock, reader, 0);
    read(read);
    assertThat(Given.raced(write, read)).isTrue();
  }

  /** The hooks in the order of the catalogue: only to a write lock nothing is given up. */
  private void convert(ThreadState t, String method) {
    int site = Given.call(OWNER, method);
    if (!method.equals("tryConvertToWriteLock")) {
      SyncHooks.publish(lock, t, site);
    }
    SyncHooks.consume(lock, t, site);
  }
}
