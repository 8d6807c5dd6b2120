package io.racewatch.instrument.start;

import io.racewatch.runtime.Canary;
import java.io.IOException;
import java.io.InputStream;

/**
 * Plants a race and sees whether the machinery that watches the program finds it: a class loaded
 * and woven like any other, a thread started like any other. The join is in this class, which is
 * not woven, so it gives no order.
 */
final class CanaryRace {
  private CanaryRace() {}

  /** Whether it was found. */
  static boolean run() {
    try {
      String name = CanaryTarget.class.getName();
      Canary.plant(name + "." + CanaryTarget.FIELD);
      Class<?> woven = new Loader(name).loadClass(name);
      Runnable target = (Runnable) woven.getDeclaredConstructor().newInstance();
      Thread thread = new Thread(systemGroup(), target, "racewatch canary", 0, false);
      thread.setDaemon(true);
      thread.start();
      thread.join();
      target.run();
      return Canary.wasFound();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (Exception | LinkageError e) {
      return false;
    }
  }

  private static ThreadGroup systemGroup() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    while (group.getParent() != null) {
      group = group.getParent();
    }
    return group;
  }

  /** Loads the one class anew, as a class of a program. */
  private static final class Loader extends ClassLoader {
    private final String name;

    Loader(String name) {
      super(null);
      this.name = name;
    }

    @Override
    protected Class<?> findClass(String wanted) throws ClassNotFoundException {
      if (!wanted.equals(name)) {
        throw new ClassNotFoundException(wanted);
      }
      String resource = "/" + name.replace('.', '/') + ".class";
      try (InputStream in = CanaryRace.class.getResourceAsStream(resource)) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(wanted, e);
      }
    }
  }
}
