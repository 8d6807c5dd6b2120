package io.racewatch.runtime;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.SwitchPoint;
import java.util.Arrays;
import jdk.internal.vm.annotation.Hidden;

/** What is done before and after a method handle that is called between hooks. */
abstract class Interceptor {
  private static final Object[] NONE = {};

  /** Found when first needed: method handles cost a start milliseconds. Racy, all are equal. */
  private static MethodHandle through;

  private static MethodHandle through() throws ReflectiveOperationException {
    MethodHandle known = through;
    if (known == null) {
      MethodType type =
          MethodType.methodType(
              Object.class, Interceptor.class, MethodHandle.class, Object[].class);
      known = MethodHandles.lookup().findStatic(Interceptor.class, "call", type);
      through = known;
    }
    return known;
  }

  abstract void before(Object[] args, ThreadState t, int site);

  abstract void after(Object[] args, Object result, ThreadState t, int site);

  void failed(Object[] args, ThreadState t, int site) {}

  /** A handle of the same type that calls the given one between the hooks. */
  final MethodHandle around(MethodHandle handle) throws ReflectiveOperationException {
    MethodType type = handle.type();
    int count = type.parameterCount();
    MethodHandle spread =
        handle.asFixedArity().asType(type.generic()).asSpreader(Object[].class, count);
    MethodHandle between =
        MethodHandles.insertArguments(through(), 0, this, spread)
            .asCollector(Object[].class, count)
            .asType(type);
    return handle.isVarargsCollector()
        ? between.asVarargsCollector(type.parameterType(count - 1))
        : between;
  }

  /** Runs the handle; the hooks around it never throw. Stacks of the program do not show it. */
  @Hidden
  static Object call(Interceptor does, MethodHandle spread, Object[] args) throws Throwable {
    ThreadState t = ThreadState.current();
    int site = t.handleSite;
    if (t.inside != 0) {
      return (Object) spread.invokeExact(args);
    }
    does.guarded(0, args, null, t, site);
    Object result;
    try {
      result = (Object) spread.invokeExact(args);
    } catch (Throwable thrown) {
      does.guarded(2, args, null, t, site);
      throw thrown;
    }
    does.guarded(1, args, result, t, site);
    return result;
  }

  private void guarded(int moment, Object[] args, Object result, ThreadState t, int site) {
    try {
      if (moment == 0) {
        before(args, t, site);
      } else if (moment == 1) {
        after(args, result, t, site);
      } else {
        failed(args, t, site);
      }
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cutOrders++;
    } catch (Throwable broken) {
      Faults.caught("method handle", broken);
    }
  }

  /** A method that the catalogue has rows for. */
  static final class Call extends Interceptor {
    private final CallPlan plan;
    private final Object bound;
    private final boolean takesReceiver;

    /**
     * @param bound the receiver if it is no argument, or null
     * @param takesReceiver whether the first argument is the receiver
     */
    Call(CallPlan plan, Object bound, boolean takesReceiver) {
      this.plan = plan;
      this.bound = bound;
      this.takesReceiver = takesReceiver;
    }

    private Object receiver(Object[] args) {
      return takesReceiver ? args[0] : bound;
    }

    private Object[] rest(Object[] args) {
      if (!takesReceiver) {
        return args;
      }
      return args.length == 1 ? NONE : Arrays.copyOfRange(args, 1, args.length);
    }

    @Override
    void before(Object[] args, ThreadState t, int site) {
      plan.before(receiver(args), rest(args), t, site);
    }

    @Override
    void after(Object[] args, Object result, ThreadState t, int site) {
      plan.after(receiver(args), rest(args), result, t, site);
    }

    @Override
    void failed(Object[] args, ThreadState t, int site) {
      plan.failed(receiver(args), rest(args), t, site);
    }
  }

  /** What goes by a call site or a switch point, whose changes are published. */
  static final class Seen extends Interceptor {
    private final Object subject;

    Seen(Object subject) {
      this.subject = subject;
    }

    @Override
    void before(Object[] args, ThreadState t, int site) {
      if (!(subject instanceof SwitchPoint point) || point.hasBeenInvalidated()) {
        SyncHooks.consume(subject, t, site);
      }
    }

    @Override
    void after(Object[] args, Object result, ThreadState t, int site) {}
  }

  /** A field of the program. */
  static final class Field extends Interceptor {
    private final FieldPlace place;
    private final int mode;

    Field(FieldPlace place, boolean writes) {
      this.place = place;
      this.mode = writes ? VarMode.PLAIN_WRITE : VarMode.PLAIN_READ;
    }

    private Object object(Object[] args) {
      return place.isStatic ? null : args[0];
    }

    private int mode(int site) {
      return Sites.isUnchecked(site) ? mode | VarMode.UNCHECKED : mode;
    }

    @Override
    void before(Object[] args, ThreadState t, int site) {
      VarHooks.before(VarHooks.REFLECTED, place, object(args), 0, mode(site), t, site);
    }

    @Override
    void after(Object[] args, Object result, ThreadState t, int site) {
      VarHooks.after(VarHooks.REFLECTED, place, object(args), 0, true, mode(site), t, site);
    }
  }

  /** An element of an array. */
  static final class Element extends Interceptor {
    private final boolean writes;

    Element(boolean writes) {
      this.writes = writes;
    }

    @Override
    void before(Object[] args, ThreadState t, int site) {}

    @Override
    void after(Object[] args, Object result, ThreadState t, int site) {
      if (!Sites.isUnchecked(site)) {
        SlowPath.element(args[0], (Integer) args[1], writes, t, site);
      }
    }
  }
}
