package com.example.order.rows;

import static com.example.order.rows.HandleRows.won;
import static com.example.order.rows.LanguageRows.keep;

import com.example.order.HiddenRwIgnored;
import com.example.order.Meeting;
import com.example.order.Script;
import com.example.order.Table;
import java.lang.ref.Cleaner;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.function.UnaryOperator;

/** G01 to G11: references, cleaners, finalizers, shutdown hooks. */
final class ReferenceRows {
  private ReferenceRows() {}

  static void add(Table t) {
    queues(t);
    cleaners(t);
    finalizers(t);
    t.note(
        "G02", "the collector's own part: no code that could be observed, and no thread's order");
    t.note("G11", "hooks run when the matrix has ended: samples ShutdownHook and ShutdownHooks");
    t.racy(
        "G10",
        "clear, then get",
        () -> new WeakReference<>("x"),
        r -> r.clear(),
        r -> won(r.get() == null));
  }

  /** A reference and its queue. */
  private static final class Queued {
    private final ReferenceQueue<Object> queue = new ReferenceQueue<>();
    private final WeakReference<Object> reference = new WeakReference<>("x", queue);
  }

  private static void queues(Table t) {
    t.clean(
        "G03",
        "enqueue, then poll",
        Queued::new,
        q -> won(q.reference.enqueue()),
        q -> won(q.queue.poll() != null));
    t.clean(
        "G03",
        "enqueue, then remove",
        Queued::new,
        q -> won(q.reference.enqueue()),
        q -> keep(q.queue.remove()));
    t.clean(
        "G03",
        "enqueue, then remove with a limit",
        Queued::new,
        q -> won(q.reference.enqueue()),
        q -> won(q.queue.remove(60_000) != null));
    t.racy(
        "G04",
        "poll is null",
        Queued::new,
        q -> keep(q.reference.get()),
        q -> won(q.queue.poll() == null));
    t.racy(
        "G04",
        "remove timed out",
        Queued::new,
        q -> keep(q.reference.get()),
        q -> won(q.queue.remove(1) == null));
    t.racy(
        "G04",
        "enqueue is false",
        m -> {
          Queued queued = new Queued();
          HiddenRwIgnored<Reference<?>> out = new HiddenRwIgnored<>();
          m.inOrder(
              () -> {
                won(queued.reference.enqueue());
              },
              () -> {
                m.first();
                won(!queued.reference.enqueue());
              },
              () -> {
                out.set(queued.queue.poll());
                m.second();
              });
        });
  }

  private static void cleaners(Table t) {
    t.clean(
        "G05",
        "register, then the action",
        m -> {
          Cleaner cleaner = Cleaner.create();
          m.together(
              () -> {
                m.first();
                register(cleaner, m);
                untilCleaned(m);
              });
        });
    t.clean("G06", "last use with a fence, then the action", lastUse(o -> o));
    t.racy("G07", "last use without a fence, then the action", lastUse(o -> null));
    t.racy("G01", "the fence of another object, then the action", lastUse(o -> new Object()));
    t.clean("G06", "last use with a fence, then the finalizer", lastUseOfFinalized(o -> o));
    t.racy("G07", "last use without a fence, then the finalizer", lastUseOfFinalized(o -> null));
    t.clean(
        "G09",
        "clean() called",
        m -> {
          Cleaner cleaner = Cleaner.create();
          Object owner = new Object();
          m.together(
              () -> {
                m.first();
                cleaner.register(owner, m::second).clean();
                Reference.reachabilityFence(owner);
              });
        });
  }

  private static void register(Cleaner cleaner, Meeting m) {
    cleaner.register(
        new Object(),
        () -> {
          m.second();
          m.order().step();
        });
  }

  private static void untilCleaned(Meeting m) {
    Thread collector =
        new Thread(
            () -> {
              while (!Thread.currentThread().isInterrupted()) {
                System.gc();
                Thread.yield();
              }
            });
    collector.setDaemon(true);
    collector.start();
    m.order().await(1);
    collector.interrupt();
  }

  /** Registered before the first access, by the main thread; used last by another. */
  private static Script lastUse(UnaryOperator<Object> fenced) {
    return m -> {
      Cleaner cleaner = Cleaner.create();
      HiddenRwIgnored<Object> owner = new HiddenRwIgnored<>();
      owner.set(new Object());
      cleaner.register(
          owner.get(),
          () -> {
            m.second();
            m.order().step();
          });
      m.together(
          () -> {
            Object last = owner.get();
            owner.set(null);
            m.first();
            Reference.reachabilityFence(fenced.apply(last));
          });
      untilCleaned(m);
    };
  }

  /** Has a finalizer, and was made before the first access. */
  private static final class FinalizedLater {
    private final Meeting meeting;

    FinalizedLater(Meeting meeting) {
      this.meeting = meeting;
    }

    @Override
    @SuppressWarnings({"deprecation", "removal"})
    protected void finalize() {
      meeting.second();
      meeting.order().step();
    }
  }

  private static Script lastUseOfFinalized(UnaryOperator<Object> fenced) {
    return m -> {
      HiddenRwIgnored<Object> owner = new HiddenRwIgnored<>();
      owner.set(new FinalizedLater(m));
      m.together(
          () -> {
            Object last = owner.get();
            owner.set(null);
            m.first();
            Reference.reachabilityFence(fenced.apply(last));
          });
      untilCleaned(m);
    };
  }

  /** Has a finalizer. */
  private static final class Finalized {
    private final Meeting meeting;

    Finalized(Meeting meeting) {
      this.meeting = meeting;
      meeting.first();
    }

    @Override
    @SuppressWarnings({"deprecation", "removal"})
    protected void finalize() {
      meeting.second();
      meeting.order().step();
    }
  }

  private static void finalizers(Table t) {
    t.clean(
        "G08",
        "end of the constructor, then the finalizer",
        m ->
            m.together(
                () -> {
                  keep(new Finalized(m).meeting);
                  untilCleaned(m);
                }));
    t.clean(
        "G03",
        "enqueued by the collector, then remove",
        m -> {
          ReferenceQueue<Object> queue = new ReferenceQueue<>();
          HiddenRwIgnored<Object> kept = new HiddenRwIgnored<>();
          m.together(
              () -> {
                kept.set(new PhantomReference<>(new Object(), queue));
                while (queue.poll() == null) {
                  System.gc();
                }
              });
          keep(kept.get());
        });
  }
}
