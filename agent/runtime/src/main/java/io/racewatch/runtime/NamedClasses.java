package io.racewatch.runtime;

import java.io.IOException;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.SwitchPoint;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Array;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.AbstractQueuedLongSynchronizer;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import java.util.function.IntSupplier;
import java.util.stream.BaseStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The classes of the JDK that the runtime names and that no JVM has loaded when an agent starts.
 * They are loaded before the first hook can run: a hook that were the first to name one might run
 * under the transformer of another agent that is shown just this class. The JVM then throws a
 * ClassCircularityError, in the hook and in the program that wanted the class.
 */
final class NamedClasses {
  private static final Class<?>[] ALL = {
    IOException.class,
    ClassValue.class,
    NumberFormatException.class,
    ProcessBuilder.class,
    ProcessHandle.class,
    SecurityException.class,
    StackWalker.Option.class,
    Thread.State.class,
    LambdaMetafactory.class,
    MethodHandleInfo.class,
    MethodHandles.Lookup.ClassOption.class,
    SwitchPoint.class,
    VarHandle.AccessMode.class,
    Array.class,
    IdentityHashMap.class,
    LinkedHashMap.class,
    TreeSet.class,
    CompletableFuture.class,
    CompletableFuture.AsynchronousCompletionTask.class,
    CountDownLatch.class,
    CyclicBarrier.class,
    ExecutorService.class,
    ForkJoinTask.class,
    Future.class,
    FutureTask.class,
    Phaser.class,
    Semaphore.class,
    SynchronousQueue.class,
    ThreadPoolExecutor.class,
    AtomicIntegerArray.class,
    AtomicLong.class,
    AtomicLongArray.class,
    AtomicReferenceArray.class,
    AbstractQueuedLongSynchronizer.class,
    AbstractQueuedLongSynchronizer.ConditionObject.class,
    AbstractQueuedSynchronizer.class,
    AbstractQueuedSynchronizer.ConditionObject.class,
    ReentrantReadWriteLock.class,
    ReentrantReadWriteLock.ReadLock.class,
    ReentrantReadWriteLock.WriteLock.class,
    StampedLock.class,
    IntSupplier.class,
    BaseStream.class,
    Stream.class,
    CRC32.class,
    MappedByteBuffer.class,
    FileChannel.class,
    FileChannel.MapMode.class,
    StandardCharsets.class,
    Files.class,
    LinkOption.class,
    OpenOption.class,
    Path.class,
    StandardOpenOption.class,
    FileAttribute.class,
  };

  private NamedClasses() {}

  /** Loads them, as a side effect of naming them. */
  static int load() {
    return ALL.length;
  }
}
