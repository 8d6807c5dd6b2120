package com.example.order.rows;

import com.example.order.HiddenRwIgnored;
import com.example.order.Script;
import com.example.order.Table;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** L01 to L11, L23 to L29: the language, and what orders nothing. */
final class LanguageRows {
  private LanguageRows() {}

  /** Variables that the threads meet at. */
  static final class Flag {
    static volatile int shared;
    volatile int flag;
    volatile long wide;
    volatile Object reference;
    volatile int[] array = new int[1];
    int plain;

    synchronized void touch() {
      plain++;
    }

    static synchronized void touchClass() {}
  }

  static void add(Table t) {
    basics(t);
    monitors(t);
    moreMonitors(t);
    waits(t);
    volatiles(t);
    reflectiveVolatiles(t);
  }

  private static void basics(Table t) {
    t.clean(
        "L01",
        "one thread",
        m ->
            m.together(
                () -> {
                  m.first();
                  m.second();
                }));
    t.racy("L01", "two threads", () -> "", s -> {}, s -> {});
    t.clean(
        "L02",
        "a default value is read through a hidden reference",
        m -> {
          HiddenRwIgnored<Flag> hidden = new HiddenRwIgnored<>();
          HiddenRwIgnored<int[]> array = new HiddenRwIgnored<>();
          m.inOrder(
              () -> {
                hidden.set(new Flag());
                array.set(new int[3]);
              },
              () -> m.check(hidden.get().plain + array.get()[2] == 0));
        });
  }

  private static void monitors(Table t) {
    t.clean("L03", "synchronized block", Object::new, LanguageRows::enter, LanguageRows::enter);
    t.clean("L03", "synchronized method", Flag::new, Flag::touch, Flag::touch);
    t.clean("L03", "method, then block", Flag::new, Flag::touch, LanguageRows::enter);
    t.clean(
        "L03",
        "static synchronized method",
        () -> Flag.class,
        s -> Flag.touchClass(),
        LanguageRows::enter);
    t.clean(
        "L03",
        "exit by exception",
        Object::new,
        LanguageRows::leaveByThrowing,
        LanguageRows::enter);
    t.racy("L03", "other monitor", Object::new, LanguageRows::enter, s -> enter(new Object()));
    t.racy("L03", "other object's method", Flag::new, Flag::touch, s -> new Flag().touch());
    t.clean(
        "L04",
        "access between inner and outer exit",
        m -> {
          Object lock = new Object();
          m.inOrder(
              () -> {
                synchronized (lock) {
                  enter(lock);
                  m.first();
                }
              },
              () -> {
                enter(lock);
                m.second();
              });
        });
  }

  private static void moreMonitors(Table t) {
    t.racy(
        "L04",
        "inner exit, and no entry on the other side",
        m -> {
          Object lock = new Object();
          m.together(
              () -> {
                synchronized (lock) {
                  m.first();
                  enter(lock);
                  m.order().step();
                  m.order().await(2);
                }
              },
              () -> {
                m.order().await(1);
                m.second();
                m.order().step();
              });
        });
    t.racy(
        "L06",
        "notify on one, entry of another",
        Object::new,
        LanguageRows::wake,
        s -> enter(new Object()));
  }

  static void enter(Object lock) {
    synchronized (lock) {
      lock.hashCode();
    }
  }

  private static void wake(Object lock) {
    synchronized (lock) {
      lock.notifyAll();
    }
  }

  private static void leaveByThrowing(Object lock) {
    try {
      synchronized (lock) {
        throw new IllegalStateException("on purpose");
      }
    } catch (IllegalStateException expected) {
      Thread.onSpinWait();
    }
  }

  private static void waits(Table t) {
    t.clean(
        "L05",
        "wait gives the monitor back",
        m -> {
          Flag lock = new Flag();
          m.together(
              () -> {
                synchronized (lock) {
                  m.first();
                  m.order().step();
                  while (lock.plain == 0) {
                    lock.wait();
                  }
                }
              },
              () -> {
                m.order().await(1);
                synchronized (lock) {
                  m.second();
                  lock.plain = 1;
                  lock.notify();
                }
              });
        });
    t.clean("L05", "wait takes it again when notified", waiting(lock -> lock.wait()));
    t.clean("L05", "the same by a method reference", waiting(Object::wait));
    t.clean("L05", "when its time is up", waiting(lock -> lock.wait(1)));
    t.clean("L05", "when its time with nanoseconds is up", waiting(lock -> lock.wait(0, 1)));
  }

  /** Waits on a monitor. */
  private interface Wait {
    void on(Object lock) throws InterruptedException;
  }

  private static Script waiting(Wait wait) {
    return m -> {
      Flag lock = new Flag();
      m.together(
          () -> {
            m.order().await(1);
            m.first();
            synchronized (lock) {
              lock.plain = 1;
              lock.notifyAll();
            }
          },
          () -> {
            synchronized (lock) {
              m.order().step();
              while (lock.plain == 0) {
                wait.on(lock);
              }
              m.second();
            }
          });
    };
  }

  private static void volatiles(Table t) {
    t.clean("L07", "volatile field", Flag::new, s -> s.flag = 1, s -> keep(s.flag));
    t.clean("L07", "volatile long", Flag::new, s -> s.wide = 1, s -> keep(s.wide));
    t.clean("L07", "volatile reference", Flag::new, s -> s.reference = s, s -> keep(s.reference));
    t.clean("L07", "static volatile", () -> "", s -> Flag.shared = 1, s -> keep(Flag.shared));
    t.clean("L07", "a later read", Flag::new, s -> s.flag = 1, s -> keep(s.flag + s.flag));
    t.racy("L07", "other object's field", Flag::new, s -> s.flag = 1, s -> keep(new Flag().flag));
    t.racy("L07", "other field", Flag::new, s -> s.flag = 1, s -> keep(s.wide));
    t.racy(
        "L07",
        "read before the write",
        m -> {
          Flag flag = new Flag();
          m.together(
              () -> {
                m.order().await(1);
                m.first();
                flag.flag = 1;
                m.order().step();
              },
              () -> {
                m.check(flag.flag == 0);
                m.order().step();
                m.order().await(2);
                m.second();
              });
        });
    t.racy("L08", "write, then write", Flag::new, s -> s.flag = 1, s -> s.flag = 2);
    t.racy("L09", "read, then write", Flag::new, s -> keep(s.flag), s -> s.flag = 2);
    t.racy("L09", "read, then read", Flag::new, s -> keep(s.flag), s -> keep(s.flag));
    t.racy(
            "L10",
            "elements behind a volatile field",
            Flag::new,
            s -> s.array[0] = 1,
            s -> keep(s.array[0]))
        .races(Flag.class.getName() + ".array[]");
  }

  static void keep(Object read) {
    if (read instanceof Thread thread && thread.getName().isEmpty()) {
      throw new IllegalStateException("a thread without a name");
    }
  }

  private static void reflectiveVolatiles(Table t) {
    t.clean(
        "L11", "Field.set, then Field.get", Flag::new, s -> field().set(s, 1), s -> field().get(s));
    t.clean(
        "L11", "Field.setInt, then read", Flag::new, s -> field().setInt(s, 1), s -> keep(s.flag));
    t.clean("L11", "write, then Field.getInt", Flag::new, s -> s.flag = 1, s -> field().getInt(s));
    t.clean(
        "L11",
        "setter handle, then read",
        Flag::new,
        s -> {
          Handles.SETTER.invokeExact(s, 1);
        },
        s -> keep(s.flag));
    t.clean(
        "L11",
        "write, then getter handle",
        Flag::new,
        s -> s.flag = 1,
        s -> keep((int) Handles.GETTER.invokeExact(s)));
    t.clean(
        "L11",
        "setVolatile, then read",
        Flag::new,
        s -> Handles.FLAG.setVolatile(s, 1),
        s -> keep(s.flag));
    t.clean(
        "L11",
        "write, then getVolatile",
        Flag::new,
        s -> s.flag = 1,
        s -> keep((int) Handles.FLAG.getVolatile(s)));
    t.racy("L11", "other object", Flag::new, s -> field().set(s, 1), s -> field().get(new Flag()));
  }

  private static java.lang.reflect.Field field() throws NoSuchFieldException {
    return Flag.class.getDeclaredField("flag");
  }

  /** Handles of {@code Flag.flag}. */
  private static final class Handles {
    static final VarHandle FLAG;
    static final java.lang.invoke.MethodHandle GETTER;
    static final java.lang.invoke.MethodHandle SETTER;

    static {
      try {
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        FLAG = lookup.findVarHandle(Flag.class, "flag", int.class);
        GETTER = lookup.findGetter(Flag.class, "flag", int.class);
        SETTER = lookup.findSetter(Flag.class, "flag", int.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }
  }
}
