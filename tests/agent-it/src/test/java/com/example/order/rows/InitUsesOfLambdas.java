package com.example.order.rows;

/** More ways to use a class for the first time: through a lambda, and without a constructor. */
final class InitUsesOfLambdas {
  private InitUsesOfLambdas() {}

  /** Initialised with each lambda of it, for it has a default method. */
  interface Spoken extends Runnable {
    Object MADE = made();

    static Object made() {
      Initialising.now();
      return new Object();
    }

    default void twice() {
      run();
      run();
    }
  }

  static final class Lambda implements Runnable {
    @Override
    public void run() {
      Spoken spoken = () -> Initialising.keep("");
      spoken.twice();
    }
  }

  static final class OtherLambda implements Runnable {
    @Override
    public void run() {
      Spoken spoken = String::new;
      Initialising.keep(spoken);
    }
  }

  static final class Allocate implements Runnable {
    @Override
    public void run() {
      InitUses.guarded(
          () -> {
            var field = sun.misc.Unsafe.class.getDeclaredField("theUnsafe");
            field.setAccessible(true);
            return ((sun.misc.Unsafe) field.get(null)).allocateInstance(InitUses.Target.class);
          });
    }
  }
}
