package com.example.order.rows;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.Supplier;

/** Ways to use a class for the first time. */
final class InitUses {
  private InitUses() {}

  /** The class whose initialiser does the first thread's accesses. */
  static class Target {
    static final int CONSTANT = 3;
    static Object value = new Object();

    static {
      Initialising.now();
    }

    static Object call() {
      return null;
    }
  }

  static class Child extends Target {
    static Object callChild() {
      return null;
    }
  }

  /** Has an initialiser of its own, which says nothing. */
  static class Marked extends Target {
    static final Object MADE = new StringBuilder().append(Marked.class.getName().length());

    static Object callMarked() {
      return null;
    }
  }

  /** An interface whose classes do not initialise it. */
  interface Bare {
    Object MADE = Default.initialise();
  }

  static class BareImplementer implements Bare {}

  static class Unrelated {
    static Object value = new Object();
  }

  interface Default {
    Object MADE = initialise();

    static Object initialise() {
      Initialising.now();
      return new Object();
    }

    default int number() {
      return 1;
    }
  }

  static class Implementer implements Default {
    static Object callImplementer() {
      return null;
    }
  }

  static final class New implements Runnable {
    @Override
    public void run() {
      Initialising.keep(new Target());
    }
  }

  static final class Read implements Runnable {
    @Override
    public void run() {
      Initialising.keep(Target.value);
    }
  }

  static final class Write implements Runnable {
    @Override
    public void run() {
      Target.value = null;
    }
  }

  static final class Call implements Runnable {
    @Override
    public void run() {
      Target.call();
    }
  }

  static final class Holder implements Runnable {
    private static final class Held {
      static final Held INSTANCE = new Held();

      Held() {
        Initialising.now();
      }
    }

    @Override
    public void run() {
      Initialising.keep(Held.INSTANCE);
    }
  }

  static final class Singleton implements Runnable {
    private enum Only {
      ONE;

      Only() {
        Initialising.now();
      }
    }

    @Override
    public void run() {
      Initialising.keep(Only.ONE);
    }
  }

  static final class ForName implements Runnable {
    @Override
    public void run() {
      guarded(() -> Class.forName(Target.class.getName(), true, ForName.class.getClassLoader()));
    }
  }

  static final class ForNameHere implements Runnable {
    @Override
    public void run() {
      guarded(() -> Class.forName("com.example.order.rows.InitUses$Target"));
    }
  }

  static final class Ensure implements Runnable {
    @Override
    public void run() {
      guarded(() -> MethodHandles.lookup().ensureInitialized(Target.class));
    }
  }

  static final class ReflectNew implements Runnable {
    @Override
    public void run() {
      guarded(() -> Target.class.getDeclaredConstructor().newInstance());
    }
  }

  static final class ReflectRead implements Runnable {
    @Override
    public void run() {
      guarded(() -> Target.class.getDeclaredField("value").get(null));
    }
  }

  static final class ReflectCall implements Runnable {
    @Override
    public void run() {
      guarded(() -> Target.class.getDeclaredMethod("call").invoke(null));
    }
  }

  static final class HandleCall implements Runnable {
    @Override
    public void run() {
      guarded(
          () -> {
            MethodType type = MethodType.methodType(Object.class);
            MethodHandle call = MethodHandles.lookup().findStatic(Target.class, "call", type);
            return call.invoke();
          });
    }
  }

  static final class HandleNew implements Runnable {
    @Override
    public void run() {
      guarded(
          () -> {
            MethodType type = MethodType.methodType(void.class);
            return MethodHandles.lookup().findConstructor(Target.class, type).invoke();
          });
    }
  }

  static final class HandleRead implements Runnable {
    @Override
    public void run() {
      guarded(
          () ->
              MethodHandles.lookup()
                  .findStaticVarHandle(Target.class, "value", Object.class)
                  .getVolatile());
    }
  }

  static final class Reference implements Runnable {
    @Override
    public void run() {
      Supplier<Object> call = Target::call;
      call.get();
    }
  }

  static final class NewReference implements Runnable {
    @Override
    public void run() {
      Supplier<Object> make = Target::new;
      make.get();
    }
  }

  static final class NewChild implements Runnable {
    @Override
    public void run() {
      Initialising.keep(new Child());
    }
  }

  static final class CallChild implements Runnable {
    @Override
    public void run() {
      Child.callChild();
    }
  }

  static final class CallMarked implements Runnable {
    @Override
    public void run() {
      Marked.callMarked();
    }
  }

  static final class CallImplementer implements Runnable {
    @Override
    public void run() {
      Implementer.callImplementer();
    }
  }

  static final class ReadBare implements Runnable {
    @Override
    public void run() {
      Initialising.keep(Bare.MADE);
    }
  }

  static final class NewBare implements Runnable {
    @Override
    public void run() {
      Initialising.keep(new BareImplementer());
    }
  }

  static final class ReadByChild implements Runnable {
    @Override
    public void run() {
      Initialising.keep(Child.value);
    }
  }

  static final class NewImplementer implements Runnable {
    @Override
    public void run() {
      Initialising.keep(new Implementer().number());
    }
  }

  static final class Recursive implements Runnable {
    private static final class Again {
      static int value;

      static {
        use();
        Initialising.now();
      }

      static void use() {
        value++;
      }
    }

    @Override
    public void run() {
      Initialising.keep(Again.value);
    }
  }

  static final class Failing implements Runnable {
    private static final class Fails {
      static {
        Initialising.now();
        if (Fails.class.getName() != null) {
          throw new IllegalStateException("on purpose");
        }
      }

      static void use() {}
    }

    @Override
    public void run() {
      try {
        Fails.use();
        throw new AssertionError("initialised");
      } catch (ExceptionInInitializerError | NoClassDefFoundError expected) {
        Initialising.keep(expected);
      }
    }
  }

  static final class FailingChild implements Runnable {
    private static class Parent {
      static {
        Initialising.now();
        if (Parent.class.getName() != null) {
          throw new IllegalStateException("on purpose");
        }
      }
    }

    private static final class Heir extends Parent {
      static void use() {}
    }

    @Override
    public void run() {
      try {
        Heir.use();
        throw new AssertionError("initialised");
      } catch (ExceptionInInitializerError | NoClassDefFoundError expected) {
        Initialising.keep(expected);
      }
    }
  }

  static final class Constant implements Runnable {
    @Override
    public void run() {
      Initialising.keep(Target.CONSTANT);
    }
  }

  static final class Load implements Runnable {
    @Override
    public void run() {
      guarded(() -> Class.forName(Target.class.getName(), false, Load.class.getClassLoader()));
    }
  }

  static final class Literal implements Runnable {
    @Override
    public void run() {
      Initialising.keep(Target.class.getName());
    }
  }

  static final class Other implements Runnable {
    @Override
    public void run() {
      Initialising.keep(Unrelated.value);
    }
  }

  /** Something that fails in checked ways. */
  interface Guarded {
    Object run() throws Throwable;
  }

  static void guarded(Guarded body) {
    try {
      Initialising.keep(body.run());
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
