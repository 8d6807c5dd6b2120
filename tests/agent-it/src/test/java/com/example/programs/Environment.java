package com.example.programs;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.ref.WeakReference;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/** What a program sees of its JVM, and what becomes of objects that it lets go. */
final class Environment implements Runnable {
  private final Map<String, Object> kept = new HashMap<>();
  private int calls;

  @Override
  public void run() {
    String ours = "racewatch";
    System.out.println(
        Arrays.stream(Package.getPackages()).filter(p -> p.getName().contains(ours)).toList());
    System.out.println(System.getProperties().toString().contains(ours));
    System.out.println(Arrays.stream(ModuleLayer.boot().toString().split(", ")).sorted().toList());
    System.out.println(
        Thread.currentThread().getContextClassLoader() == ClassLoader.getSystemClassLoader());
    System.out.println(Thread.currentThread().getThreadGroup().activeGroupCount());
    System.out.println(Object.class.getModule().isOpen("java.lang", getClass().getModule()));
    handles();
    proxies();
    System.out.println(isCollected());
  }

  private void handles() {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      var method =
          lookup.findVirtual(Environment.class, "add", MethodType.methodType(int.class, int.class));
      System.out.println((int) method.invokeExact(this, 4) + " " + method.type());
      var field = lookup.findVarHandle(Environment.class, "calls", int.class);
      System.out.println(field.getAndAdd(this, 2) + " " + calls + " " + field.varType());
      System.out.println(lookup.revealDirect(method));
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private int add(int more) {
    calls += more;
    return calls;
  }

  private void proxies() {
    IntUnaryOperator proxy =
        (IntUnaryOperator)
            Proxy.newProxyInstance(
                Environment.class.getClassLoader(),
                new Class<?>[] {IntUnaryOperator.class},
                (self, method, arguments) -> (Integer) arguments[0] + add(1));
    System.out.println(proxy.applyAsInt(5) + " " + Proxy.isProxyClass(proxy.getClass()));
    Arrays.stream(proxy.getClass().getDeclaredFields())
        .map(Object::toString)
        .sorted(Comparator.naturalOrder())
        .forEach(System.out::println);
  }

  /** A local that a hook used must not keep what the program let go. */
  private boolean isCollected() {
    Object value = new Object();
    WeakReference<Object> reference = new WeakReference<>(value);
    kept.put("value", value);
    kept.remove("value", value);
    value = null;
    for (int i = 0; i < 100 && reference.get() != null; i++) {
      System.gc();
    }
    return reference.get() == null;
  }
}
