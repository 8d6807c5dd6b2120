package com.example.handles;

import com.example.support.Threads;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

// clean
/** Locks and atomics that are called by reflection and by method handles order like any others. */
public final class LocksByReflection {
  private static final MethodHandle LOCK = find(Lock.class, "lock", void.class);
  private static final MethodHandle UNLOCK = find(ReentrantLock.class, "unlock", void.class);
  private static final MethodHandle GET = find(AtomicReference.class, "get", Object.class);

  private final Lock lock = new ReentrantLock();
  private final AtomicReference<int[]> box = new AtomicReference<>();
  private int byMethod;
  private int byHandle;
  private int bound;

  private LocksByReflection() {}

  private static MethodHandle find(Class<?> owner, String name, Class<?> result) {
    try {
      return MethodHandles.publicLookup().findVirtual(owner, name, MethodType.methodType(result));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    LocksByReflection shared = new LocksByReflection();
    Threads.inOrder(
        () -> {
          shared.count();
          shared.hand(new int[] {7});
        },
        () -> {
          shared.count();
          System.out.println("handed over " + shared.take()[0]);
        });
    System.out.println(shared.byMethod + " " + shared.byHandle + " " + shared.bound);
  }

  private void count() throws Exception {
    Method take = Lock.class.getMethod("lock");
    Method giveBack = Lock.class.getMethod("unlock");
    take.invoke(lock);
    byMethod++;
    giveBack.invoke(lock);
    try {
      LOCK.invokeExact(lock);
      byHandle++;
      UNLOCK.invoke((Object) lock);
      MethodHandle boundLock = LOCK.bindTo(lock);
      MethodHandle found =
          MethodHandles.lookup().bind(lock, "unlock", MethodType.methodType(void.class));
      boundLock.invokeExact();
      bound++;
      found.invokeWithArguments();
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private void hand(int[] value) throws Exception {
    AtomicReference.class.getMethod("set", Object.class).invoke(box, (Object) value);
  }

  private int[] take() {
    try {
      return (int[]) (Object) GET.invoke(box);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
