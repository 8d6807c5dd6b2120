package io.racewatch.runtime;

/** A state that several accesses made, or one under guards, or one that is atomic. */
final class JointShadow extends SharedShadow {
  private final Access write;
  private final Access read;
  private final Access[] readers;

  JointShadow(Access write, Access read, Access[] readers, LockSet guards) {
    this.write = write;
    this.read = read;
    this.readers = readers;
    this.guards = guards;
    // An atomic access stands for no plain one: those must come by here even in the same epoch.
    this.writeEpoch = write == null || write.context.atomic ? 0 : write.epoch();
    this.readEpoch = read == null || read.context.atomic ? 0 : read.epoch();
    this.common = hasAtomic();
  }

  private boolean hasAtomic() {
    boolean any = write != null && write.context.atomic || read != null && read.context.atomic;
    if (readers != null) {
      for (Access reader : readers) {
        any |= reader.context.atomic;
      }
    }
    return any;
  }

  @Override
  int mark() {
    return (write == null ? 0 : write.order * 3) + (read == null ? 0 : read.order);
  }

  @Override
  Access write() {
    return write;
  }

  @Override
  Access read() {
    return read;
  }

  @Override
  Access[] readers() {
    return readers;
  }

  @Override
  boolean isForeignTo(ThreadState t) {
    return write != null && write.isForeignTo(t) || read != null && read.isForeignTo(t);
  }
}
