package com.example.suite.kinds;

/** Objects that hold each other in fields, made and shared by one method. */
public class Linked {
  private Linked() {}

  static void byFields() {
    DeadLeft left = new DeadLeft();
    DeadRight right = new DeadRight();
    left.right = right;
    right.left = left;
    new Thread(left::first).start();
    new Thread(right::first).start();
  }

  /** One by the constructor, the other by a field. */
  static void byConstructor() {
    DeadPart part = new DeadPart();
    DeadWhole whole = new DeadWhole(part);
    part.whole = whole;
    new Thread(whole::first).start();
    new Thread(part::first).start();
  }

  static void bySetters() {
    DeadAsker asker = new DeadAsker();
    DeadTeller teller = new DeadTeller();
    asker.set(teller);
    teller.set(asker);
    new Thread(asker::first).start();
    new Thread(teller::first).start();
  }

  /** Set twice: which one it is remains open. */
  static void setTwice() {
    LiveAsker asker = new LiveAsker();
    LiveTeller teller = new LiveTeller();
    asker.set(teller);
    asker.set(new LiveTeller());
    teller.set(asker);
    new Thread(asker::first).start();
    new Thread(teller::first).start();
  }

  /** The two threads have two objects each. */
  static void apart() {
    LiveOne one = new LiveOne();
    LiveTwo two = new LiveTwo();
    one.two = two;
    LiveOne thirds = new LiveOne();
    LiveTwo third = new LiveTwo();
    third.one = thirds;
    new Thread(one::first).start();
    new Thread(third::first).start();
  }

  /** A lock that is held already is taken again. */
  static void again() {
    LiveOuter outer = new LiveOuter();
    LiveInner inner = new LiveInner();
    outer.inner = inner;
    inner.outer = outer;
    new Thread(outer::first).start();
    new Thread(outer::first).start();
  }

  /** Each thread has objects of its own. */
  static void eachOwn() {
    for (int i = 0; i < 3; i++) {
      LiveMine mine = new LiveMine();
      LiveYours yours = new LiveYours();
      mine.yours = yours;
      yours.mine = mine;
      new Thread(
              () -> {
                mine.first();
                yours.first();
              })
          .start();
    }
  }

  private static class DeadLeft {
    private DeadRight right;

    synchronized void first() {
      right.second();
    }

    synchronized void second() {}
  }

  private static class DeadRight {
    private DeadLeft left;

    synchronized void first() {
      left.second();
    }

    synchronized void second() {}
  }

  private static class DeadWhole {
    private final DeadPart part;

    DeadWhole(DeadPart part) {
      this.part = part;
    }

    synchronized void first() {
      part.second();
    }

    synchronized void second() {}
  }

  private static class DeadPart {
    private DeadWhole whole;

    synchronized void first() {
      whole.second();
    }

    synchronized void second() {}
  }

  private static class LiveOne {
    private LiveTwo two;

    synchronized void first() {
      two.second();
    }

    synchronized void second() {}
  }

  private static class LiveTwo {
    private LiveOne one;

    synchronized void first() {
      one.second();
    }

    synchronized void second() {}
  }

  private static class LiveOuter {
    private LiveInner inner;

    synchronized void first() {
      inner.second();
    }

    synchronized void third() {}
  }

  private static class LiveInner {
    private LiveOuter outer;

    synchronized void second() {
      outer.third();
    }
  }

  private static class LiveMine {
    private LiveYours yours;

    synchronized void first() {
      yours.second();
    }

    synchronized void second() {}
  }

  private static class LiveYours {
    private LiveMine mine;

    synchronized void first() {
      mine.second();
    }

    synchronized void second() {}
  }

  private static class DeadAsker {
    private DeadTeller other;

    void set(DeadTeller its) {
      other = its;
    }

    synchronized void first() {
      other.second();
    }

    synchronized void second() {}
  }

  private static class DeadTeller {
    private DeadAsker other;

    void set(DeadAsker its) {
      other = its;
    }

    synchronized void first() {
      other.second();
    }

    synchronized void second() {}
  }

  private static class LiveAsker {
    private LiveTeller other;

    void set(LiveTeller its) {
      other = its;
    }

    synchronized void first() {
      other.second();
    }

    synchronized void second() {}
  }

  private static class LiveTeller {
    private LiveAsker other;

    void set(LiveAsker its) {
      other = its;
    }

    synchronized void first() {
      other.second();
    }

    synchronized void second() {}
  }
}
