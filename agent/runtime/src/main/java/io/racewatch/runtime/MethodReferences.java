package io.racewatch.runtime;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Modifier;
import java.util.Arrays;

/** Links the call sites of method references whose calls are observed. */
public final class MethodReferences {
  private static final int PLAIN_ARGUMENTS = 3;
  private static final int TARGET = 1;

  private MethodReferences() {}

  /**
   * Links a call site as the factory of lambdas would, but to a class of ours that calls what was
   * referred to. Where there cannot be one, the reference is made as it stood there.
   *
   * @param arguments the class file, a byte in each character; then the arguments of the factory
   * @throws Throwable what the factory throws
   */
  public static CallSite link(
      MethodHandles.Lookup lookup, String name, MethodType type, Object... arguments)
      throws Throwable {
    Object[] own = Arrays.copyOfRange(arguments, 1, arguments.length);
    CallSite led = led(lookup, type, (MethodHandle) own[TARGET], (String) arguments[0]);
    if (led != null) {
      return led;
    }
    return own.length == PLAIN_ARGUMENTS
        ? LambdaMetafactory.metafactory(
            lookup, name, type, (MethodType) own[0], (MethodHandle) own[1], (MethodType) own[2])
        : LambdaMetafactory.altMetafactory(lookup, name, type, own);
  }

  /** A call site of ours; null if there can be none. */
  @SuppressWarnings("deprecation") // each character is a byte
  private static CallSite led(
      MethodHandles.Lookup lookup, MethodType type, MethodHandle target, String text) {
    ThreadState t = ThreadState.current();
    t.inside++;
    try {
      if (Modifier.isProtected(lookup.revealDirect(target).getModifiers())) {
        return null; // for subclasses alone
      }
      byte[] classFile = new byte[text.length()];
      text.getBytes(0, text.length(), classFile, 0);
      MethodHandles.Lookup inside =
          lookup.defineHiddenClass(
              classFile,
              false,
              MethodHandles.Lookup.ClassOption.NESTMATE,
              MethodHandles.Lookup.ClassOption.STRONG);
      MethodHandle made =
          inside
              .findConstructor(inside.lookupClass(), type.changeReturnType(void.class))
              .asType(type);
      if (type.parameterCount() > 0) {
        return new ConstantCallSite(made);
      }
      // What captures nothing is the same object each time.
      return new ConstantCallSite(MethodHandles.constant(type.returnType(), made.invoke()));
    } catch (StackOverflowError | OutOfMemoryError full) {
      Faults.cutOrders++;
    } catch (Throwable broken) {
      Faults.caught("method reference", broken);
    } finally {
      t.inside--;
    }
    return null;
  }
}
