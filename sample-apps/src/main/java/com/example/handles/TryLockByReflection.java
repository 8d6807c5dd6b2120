package com.example.handles;

import com.example.support.Threads;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

// race: data
/** By reflection, too, a lock that was not taken orders nothing. */
public final class TryLockByReflection {
  private final Lock lock = new ReentrantLock();
  private int data;

  private TryLockByReflection() {}

  /** Starts here. */
  public static void main(String[] args) throws Exception {
    TryLockByReflection shared = new TryLockByReflection();
    Method tryLock = Lock.class.getMethod("tryLock");
    Method unlock = Lock.class.getMethod("unlock");
    Threads.inOrder(
        () -> {
          shared.lock.lock();
          shared.data = 42; // racy
          unlock.invoke(shared.lock);
          shared.lock.lock();
        },
        () -> {
          if (!(Boolean) tryLock.invoke(shared.lock)) {
            System.out.println("data " + shared.data); // racy
          }
          try {
            unlock.invoke(shared.lock);
          } catch (InvocationTargetException notMine) {
            System.out.println(notMine.getCause().getClass().getSimpleName());
          }
        });
  }
}
