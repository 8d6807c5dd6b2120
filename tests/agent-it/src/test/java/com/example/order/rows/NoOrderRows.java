package com.example.order.rows;

import static com.example.order.rows.LanguageRows.keep;

import com.example.order.Table;
import com.example.order.rows.LanguageRows.Flag;

/** L23 to L29: what orders nothing. */
final class NoOrderRows {

  private NoOrderRows() {}

  static void add(Table t) {
    noOrder(t);
    values(t);
  }

  /** Two variables of a byte, side by side. */
  private static final class Pair {
    private byte left;
    private byte right;
  }

  /** Variables that some JVMs write in two halves. */
  private static final class Wide {
    private long number;
    private double fraction;
  }

  private static void noOrder(Table t) {
    t.racy("L23", "sleep", () -> "", s -> Thread.sleep(1), s -> Thread.sleep(1));
    t.racy("L23", "yield and onSpinWait", () -> "", s -> Thread.yield(), s -> Thread.onSpinWait());
    t.racy("L24", "clocks", () -> "", s -> System.nanoTime(), s -> System.currentTimeMillis());
    t.racy(
        "L24",
        "properties of a thread",
        () -> new Thread("named"),
        NoOrderRows::describe,
        NoOrderRows::describe);
    t.racy(
        "L25",
        "one object in two thread locals",
        Flag::new,
        NoOrderRows::local,
        NoOrderRows::local);
    t.accidental(
        "L29",
        "println in both threads",
        () -> "",
        s -> System.out.println(),
        s -> System.out.println());
  }

  private static void describe(Thread thread) {
    thread.setName("other");
    thread.setPriority(Thread.NORM_PRIORITY);
    thread.setDaemon(true);
    keep(thread);
  }

  private static void local(Flag flag) {
    ThreadLocal<Flag> local = new ThreadLocal<>();
    local.set(flag);
    keep(local.get());
  }

  private static void values(Table t) {
    t.clean(
        "L25",
        "an object of each thread's own",
        m -> {
          ThreadLocal<Flag> own = ThreadLocal.withInitial(Flag::new);
          m.inOrder(() -> own.get().plain = 1, () -> own.get().plain = 2);
        });
    t.clean(
        "L27",
        "neighbours in arrays",
        m -> {
          byte[] bytes = new byte[4];
          boolean[] booleans = new boolean[4];
          short[] shorts = new short[4];
          m.inOrder(
              () -> {
                bytes[1] = 1;
                booleans[1] = true;
                shorts[1] = 1;
              },
              () -> {
                bytes[2] = 1;
                booleans[2] = true;
                shorts[0] = 1;
              });
        });
    t.clean(
        "L27",
        "neighbouring fields",
        m -> {
          Pair pair = new Pair();
          m.inOrder(() -> pair.left = 1, () -> pair.right = 1);
          m.check(pair.left + pair.right == 2);
        });
    t.racy(
            "L28",
            "long and double without an order",
            m -> {
              Wide wide = new Wide();
              m.inOrder(
                  () -> {
                    m.first();
                    wide.number = 1;
                    wide.fraction = 1;
                  },
                  () -> {
                    m.second();
                    wide.number = 2;
                    wide.fraction = 2;
                  });
            })
        .races(Wide.class.getName() + ".number", Wide.class.getName() + ".fraction");
  }
}
