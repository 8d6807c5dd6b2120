package io.racewatch.code;

import io.racewatch.code.input.Broken;
import io.racewatch.code.input.ClassFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/**
 * Shows the tree of each class to somebody, on all processors; a tree lives no longer. Used by one
 * thread.
 */
final class Workers {
  private static final long STACK_BYTES = 16L << 20;

  private final ConcurrentLinkedQueue<Broken> failures = new ConcurrentLinkedQueue<>();
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();
  private final List<ClassFile> files;
  private final BiConsumer<ClassFile, ClassNode> to;
  private final StaticInput.Progress progress;
  private final List<Thread> threads = new ArrayList<>();

  /**
   * Makes them.
   *
   * @param to called by several threads at once, in no order
   */
  Workers(
      List<ClassFile> files, BiConsumer<ClassFile, ClassNode> to, StaticInput.Progress progress) {
    this.files = files;
    this.to = to;
    this.progress = progress;
  }

  /** Begins, and leaves one processor to the caller. */
  void start() {
    int others = Runtime.getRuntime().availableProcessors() - 1;
    more(Math.min(Math.max(others, 1), files.size()));
  }

  private void more(int count) {
    for (int i = 0; i < count; i++) {
      Thread thread =
          new Thread(null, this::work, "racewatch-analyze-" + threads.size(), STACK_BYTES);
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
    }
  }

  /**
   * Goes on with all processors, begun or not, and returns after the last class. What the threads
   * wrote is seen after the joins (JLS 17.4.5).
   */
  void finish() {
    int all = Math.min(Runtime.getRuntime().availableProcessors(), files.size());
    more(all - Math.min(threads.size(), all));
    boolean interrupted = false;
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Classes that were not understood, in a stable order. */
  List<Broken> failures() {
    return failures.stream().sorted(Comparator.comparing(Broken::place)).toList();
  }

  private void work() {
    for (int i = next.getAndIncrement(); i < files.size(); i = next.getAndIncrement()) {
      show(files.get(i));
      progress.at(done.incrementAndGet(), files.size());
    }
  }

  /** Class files may hold anything: what one of them does to us stays with it. */
  private void show(ClassFile file) {
    try {
      ClassNode tree = new ClassNode();
      file.reader().accept(tree, ClassReader.SKIP_FRAMES);
      to.accept(file, tree);
    } catch (RuntimeException | StackOverflowError malformed) {
      failures.add(new Broken(file.place(), "it is malformed: " + malformed));
    } catch (OutOfMemoryError tooLarge) {
      failures.add(new Broken(file.place(), "it is too large for this heap"));
    }
  }
}
