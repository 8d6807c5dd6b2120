package io.racewatch.runtime;

import io.racewatch.runtime.table.IdentityEntry;
import io.racewatch.runtime.table.IdentityTable;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.WeakReference;

/**
 * Method handles that do what the catalogue has rows for, or reach a field of the program. The
 * handle itself stays as it is: programs compare, reveal and link it. Where the program calls it or
 * makes another from it, a handle is used in its place that calls it between the hooks.
 */
final class HandleCalls {
  private static final Table TABLE = new Table();

  /** Whether there is any such handle; racy, it only goes from false to true. */
  private static boolean any;

  private HandleCalls() {}

  private static final class Entry extends IdentityEntry {
    volatile Interceptor does;

    /** Weakly: it refers to the handle, for which this entry stands. */
    volatile WeakReference<MethodHandle> between;

    Entry(Object handle) {
      super(handle);
    }
  }

  private static final class Table extends IdentityTable<Entry> {
    @Override
    protected Entry make(Object handle) {
      return new Entry(handle);
    }
  }

  static boolean any() {
    return any;
  }

  /** A handle was made by the method of that name. */
  static void made(MethodHandle made, Object by, Object first, Object second, String how)
      throws Throwable {
    Interceptor does = what(made, by, first, second, how);
    if (does != null) {
      TABLE.get(made).does = does;
      any = true;
    }
  }

  private static Interceptor what(
      MethodHandle made, Object by, Object first, Object second, String how) throws Throwable {
    switch (how) {
      case "arrayElementGetter":
        return new Interceptor.Element(false);
      case "arrayElementSetter":
        return new Interceptor.Element(true);
      case "toMethodHandle":
        return ofVariable((VarHandle) by, first);
      case "varHandleInvoker", "varHandleExactInvoker":
        return ofVariable(null, first);
      case "dynamicInvoker", "guardWithTest":
        return new Interceptor.Seen(by);
      case "bind":
        return bound(made, (MethodHandles.Lookup) by, first, (String) second);
      default:
        return direct(made, (MethodHandles.Lookup) by);
    }
  }

  private static Interceptor ofVariable(VarHandle handle, Object mode) {
    String name = ((VarHandle.AccessMode) mode).methodName();
    CallPlan plan = DynamicCalls.of(VarHandle.class, name, "()V", false);
    return plan == null ? null : new Interceptor.Call(plan, handle, handle == null);
  }

  /** The receiver is in the handle; a handle that takes it as an argument tells the method. */
  private static Interceptor bound(
      MethodHandle made, MethodHandles.Lookup by, Object receiver, String method)
      throws ReflectiveOperationException {
    MethodHandle unbound = by.findVirtual(receiver.getClass(), method, made.type());
    MethodHandleInfo info = by.revealDirect(unbound);
    CallPlan plan = plan(info, false);
    return plan == null ? null : new Interceptor.Call(plan, receiver, false);
  }

  private static CallPlan plan(MethodHandleInfo info, boolean isStatic) {
    String descriptor = info.getMethodType().toMethodDescriptorString();
    return DynamicCalls.of(info.getDeclaringClass(), info.getName(), descriptor, isStatic);
  }

  private static Interceptor direct(MethodHandle made, MethodHandles.Lookup lookup) {
    MethodHandleInfo info;
    try {
      info = lookup.revealDirect(made);
    } catch (IllegalArgumentException | SecurityException notDirect) {
      return null;
    }
    Class<?> owner = info.getDeclaringClass();
    int kind = info.getReferenceKind();
    if (kind <= MethodHandleInfo.REF_putStatic) {
      FieldPlace place = FieldPlaces.named(owner, info.getName());
      boolean writes = kind >= MethodHandleInfo.REF_putField;
      return place == null || place.place.member.isEmpty()
          ? null
          : new Interceptor.Field(place, writes);
    }
    boolean isStatic = kind == MethodHandleInfo.REF_invokeStatic;
    CallPlan plan = plan(info, isStatic);
    return plan == null ? null : new Interceptor.Call(plan, null, !isStatic);
  }

  /** What to call in the handle's place; mostly the handle itself. */
  static MethodHandle observed(MethodHandle handle) throws Throwable {
    Entry entry = TABLE.find(handle);
    if (entry == null || entry.does == null) {
      return handle;
    }
    WeakReference<MethodHandle> known = entry.between;
    MethodHandle between = known == null ? null : known.get();
    if (between == null) {
      between = entry.does.around(handle);
      entry.between = new WeakReference<>(between);
    }
    return between;
  }
}
