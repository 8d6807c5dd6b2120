package io.racewatch.runtime;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;

/**
 * Called by woven code around calls that are made by reflection or by method handles. None throws,
 * blocks or calls code of the program.
 */
public final class DynamicHooks {
  private DynamicHooks() {}

  /** Before {@code Method.invoke}. */
  public static void invokeBegin(
      Object method, Object receiver, Object args, ThreadState t, int site) {
    CallPlan plan = plan(method, t);
    if (plan != null) {
      try {
        plan.before(receiver, DynamicCalls.array(args), t, site);
      } catch (StackOverflowError | OutOfMemoryError full) {
        Faults.cutOrders++;
      } catch (Throwable broken) {
        Faults.caught("reflection", broken);
      }
    }
  }

  /** After it returned. */
  public static void invokeEnd(
      Object method, Object receiver, Object args, Object result, ThreadState t, int site) {
    CallPlan plan = plan(method, t);
    if (plan != null) {
      try {
        plan.after(receiver, DynamicCalls.array(args), result, t, site);
      } catch (StackOverflowError | OutOfMemoryError full) {
        Faults.cutOrders++;
      } catch (Throwable broken) {
        Faults.caught("reflection", broken);
      }
    }
  }

  /** After it threw, or the method did. */
  public static void invokeFailed(
      Object method, Object receiver, Object args, ThreadState t, int site) {
    CallPlan plan = plan(method, t);
    if (plan != null) {
      try {
        plan.failed(receiver, DynamicCalls.array(args), t, site);
      } catch (StackOverflowError | OutOfMemoryError full) {
        Faults.cutOrders++;
      } catch (Throwable broken) {
        Faults.caught("reflection", broken);
      }
    }
  }

  private static CallPlan plan(Object method, ThreadState t) {
    if (t.inside != 0 || !(method instanceof Method called)) {
      return null;
    }
    try {
      return DynamicCalls.plan(called, t);
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cutOrders++;
    } catch (Throwable broken) {
      Faults.caught("reflection", broken);
    }
    return null;
  }

  /**
   * A handle was made by a method of MethodHandles, its Lookup, or VarHandle; the site says which.
   *
   * @param by the receiver, null if there is none
   * @param first the first argument if it is an object, else null
   * @param second the one after it, likewise
   */
  public static void handleMade(
      Object made, Object by, Object first, Object second, ThreadState t, int site) {
    if (made == null || t.inside != 0) {
      return;
    }
    t.inside++;
    try {
      HandleCalls.made((MethodHandle) made, by, first, second, Sites.site(site).name);
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cutOrders++;
    } catch (Throwable broken) {
      Faults.caught("method handle", broken);
    } finally {
      t.inside--;
    }
  }

  /** A handle is about to be called, or used in making another: the one to take for it. */
  public static MethodHandle observed(MethodHandle handle, ThreadState t, int site) {
    if (!HandleCalls.any() || handle == null || t.inside != 0) {
      return handle;
    }
    t.inside++;
    try {
      t.handleSite = site;
      return HandleCalls.observed(handle);
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cutOrders++;
    } catch (Throwable broken) {
      Faults.caught("method handle", broken);
    } finally {
      t.inside--;
    }
    return handle;
  }

  /** A hidden class is about to be defined: the class file to take. */
  public static byte[] hidden(byte[] classFile, Object lookup, ThreadState t, int site) {
    if (classFile == null || t.inside != 0 || !(lookup instanceof MethodHandles.Lookup by)) {
      return classFile;
    }
    t.inside++;
    try {
      return DynamicCalls.weave(by.lookupClass().getClassLoader(), classFile);
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cutOrders++;
    } catch (Throwable broken) {
      Faults.caught("hidden class", broken);
    } finally {
      t.inside--;
    }
    return classFile;
  }
}
