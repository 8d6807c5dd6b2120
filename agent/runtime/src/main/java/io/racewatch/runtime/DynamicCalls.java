package io.racewatch.runtime;

import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

/** What methods called by reflection do; answers are remembered. */
public final class DynamicCalls {
  private static final int SIZE = 1024;
  private static final Known[] KNOWN = new Known[SIZE];
  private static final Object[] NO_ARGS = {};

  private static volatile CallPlans plans;
  private static volatile HiddenClasses hidden;

  private DynamicCalls() {}

  /** Immutable; slots are filled and read by all threads, and a lost one is only found again. */
  private static final class Known {
    final WeakReference<Method> method;
    final CallPlan plan;

    Known(Method method, CallPlan plan) {
      this.method = new WeakReference<>(method);
      this.plan = plan;
    }
  }

  /** From now on such calls are observed. */
  public static void plans(CallPlans source) {
    plans = source;
  }

  /** From now on hidden classes are woven. */
  public static void hidden(HiddenClasses weaver) {
    hidden = weaver;
  }

  /** From now on it is told whose fields are reached by other ways than field instructions. */
  public static void fields(FieldUsers users) {
    FieldPlaces.users(users);
  }

  static byte[] weave(ClassLoader loader, byte[] classFile) {
    HiddenClasses weaver = hidden;
    return weaver == null ? classFile : weaver.weave(loader, classFile);
  }

  static Object[] array(Object args) {
    return args instanceof Object[] array ? array : NO_ARGS;
  }

  /** What the method does; null if nothing. */
  static CallPlan plan(Method method, ThreadState t) {
    // Of cached hash codes of names: equal for the copies of a method.
    int slot = method.hashCode() & SIZE - 1;
    Known known = KNOWN[slot];
    if (known != null && known.method.refersTo(method)) {
      return known.plan;
    }
    t.inside++;
    try {
      CallPlan plan = make(method);
      KNOWN[slot] = new Known(method, plan);
      return plan;
    } finally {
      t.inside--;
    }
  }

  private static CallPlan make(Method method) {
    StringBuilder descriptor = new StringBuilder("(");
    for (Class<?> parameter : method.getParameterTypes()) {
      descriptor.append(parameter.descriptorString());
    }
    descriptor.append(')').append(method.getReturnType().descriptorString());
    boolean isStatic = Modifier.isStatic(method.getModifiers());
    return of(method.getDeclaringClass(), method.getName(), descriptor.toString(), isStatic);
  }

  /** What a method does; null if nothing. */
  static CallPlan of(Class<?> owner, String name, String descriptor, boolean isStatic) {
    CallPlans source = plans;
    return source == null ? null : source.of(owner, name, descriptor, isStatic);
  }
}
