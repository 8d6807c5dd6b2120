package io.racewatch.instrument.tape;

import java.lang.invoke.MethodHandle;

/** Stands in for the real hooks and writes down each call. */
public final class DynamicHooks {
  private DynamicHooks() {}

  public static void invokeBegin(
      Object method, Object receiver, Object args, ThreadState t, int site) {
    HookTape.add("invokeBegin", method, receiver, args, t, site);
  }

  public static void invokeEnd(
      Object method, Object receiver, Object args, Object result, ThreadState t, int site) {
    HookTape.add("invokeEnd", method, receiver, args, result, t, site);
  }

  public static void invokeFailed(
      Object method, Object receiver, Object args, ThreadState t, int site) {
    HookTape.add("invokeFailed", method, receiver, args, t, site);
  }

  public static void handleMade(
      Object made, Object by, Object first, Object second, ThreadState t, int site) {
    HookTape.add("handleMade", made, by, first, second, t, site);
  }

  public static MethodHandle observed(MethodHandle handle, ThreadState t, int site) {
    HookTape.add("observed", handle, t, site);
    return handle;
  }

  public static byte[] hidden(byte[] classFile, Object lookup, ThreadState t, int site) {
    HookTape.add("hidden", lookup, t, site);
    return classFile;
  }
}
