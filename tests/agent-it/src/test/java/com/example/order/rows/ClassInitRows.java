package com.example.order.rows;

import com.example.order.HiddenRwIgnored;
import com.example.order.Meeting;
import com.example.order.Script;
import com.example.order.Table;

/**
 * C01 to C09: class initialisation. A class is initialised once, so each case loads its classes
 * anew: the first thread's accesses are in the initialiser of a class that {@link Fresh} loads.
 */
final class ClassInitRows {
  private ClassInitRows() {}

  static void add(Table t) {
    uses(t);
    supers(t);
    noOrder(t);
    others(t);
  }

  private static Script initialised(String use, String... first) {
    return m -> {
      ClassLoader loader = new Fresh();
      Runnable by = (Runnable) make(loader, first.length == 0 ? "New" : first[0]);
      Runnable then = (Runnable) make(loader, use);
      m.inOrder(
          () -> {
            Initialising.by(m, by, () -> {});
          },
          () -> {
            then.run();
            m.second();
          });
    };
  }

  static Object make(ClassLoader loader, String use) throws ReflectiveOperationException {
    var constructor =
        loader
            .loadClass(InitUses.class.getName() + (use.contains("$") ? use : "$" + use))
            .getDeclaredConstructor();
    constructor.setAccessible(true);
    return constructor.newInstance();
  }

  private static void uses(Table t) {
    t.clean("C01", "new", initialised("New"));
    t.clean("C01", "static field read", initialised("Read"));
    t.clean("C01", "static field written", initialised("Write"));
    t.clean("C01", "static method called", initialised("Call"));
    t.clean("C01", "holder idiom", initialised("Holder", "Holder"));
    t.clean("C01", "enum constant", initialised("Singleton", "Singleton"));
    t.clean("C01", "Class.forName", initialised("ForName"));
    t.clean("C01", "Class.forName of the caller's loader", initialised("ForNameHere"));
    t.clean("C01", "Lookup.ensureInitialized", initialised("Ensure"));
    t.clean("C01", "reflection: newInstance", initialised("ReflectNew"));
    t.clean("C01", "reflection: Field.get", initialised("ReflectRead"));
    t.clean("C01", "reflection: Method.invoke", initialised("ReflectCall"));
    t.clean("C01", "method handle of a static method", initialised("HandleCall"));
    t.clean("C01", "method handle of a constructor", initialised("HandleNew"));
    t.clean("C01", "static VarHandle", initialised("HandleRead"));
    t.clean("C01", "method reference of a static method", initialised("Reference"));
    t.clean("C01", "constructor reference", initialised("NewReference"));
    t.clean("C01", "Unsafe.allocateInstance", initialised("OfLambdas$Allocate"));
  }

  private static void supers(Table t) {
    t.clean("C02", "superclass, by a subclass", initialised("NewChild"));
    t.clean("C02", "superclass, by both", initialised("New", "NewChild"));
    t.clean("C02", "superclass's static field through the subclass", initialised("ReadByChild"));
    t.clean(
        "C02", "interface with a default method", initialised("NewImplementer", "NewImplementer"));
    t.clean("C02", "static method of a subclass that has no initialiser", initialised("CallChild"));
    t.clean(
        "C02",
        "static method of a subclass, initialised by another than its superclass",
        initialised("CallMarked"));
    t.clean("C02", "subclass with an initialiser of its own", ClassInitRows::byStages);
    t.clean(
        "C02",
        "interface with a default method, by its class's static method",
        initialised("NewImplementer", "CallImplementer"));
    t.clean("C02", "interface of a lambda", initialised("OfLambdas$Lambda", "OfLambdas$Lambda"));
    t.clean(
        "C02",
        "interface of another lambda",
        initialised("OfLambdas$OtherLambda", "OfLambdas$Lambda"));
    t.racy("C02", "interface without default methods", initialised("NewBare", "ReadBare"));
    t.clean("C03", "recursive use in the initialiser", initialised("Recursive", "Recursive"));
    t.clean("C04", "an initialiser that failed", initialised("Failing", "Failing"));
    t.clean("C06", "a thread started in the initialiser", ClassInitRows::startedInside);
  }

  /**
   * The superclass by one thread, the subclass by another, which the third one's use comes after.
   */
  private static void byStages(Meeting m) throws Throwable {
    ClassLoader loader = new Fresh();
    Runnable by = (Runnable) make(loader, "New");
    Runnable between = (Runnable) make(loader, "CallMarked");
    Runnable then = (Runnable) make(loader, "CallMarked");
    m.inOrder(
        () -> Initialising.by(m, by, () -> {}),
        between::run,
        () -> {
          then.run();
          m.second();
        });
  }

  private static void startedInside(Meeting m) throws Throwable {
    ClassLoader loader = new Fresh();
    Runnable by = (Runnable) make(loader, "New");
    Runnable then = (Runnable) make(loader, "Read");
    HiddenRwIgnored<Thread> child = new HiddenRwIgnored<>();
    Runnable start =
        () -> {
          child.set(
              m.thread(
                  () -> {
                    m.order().step();
                    then.run();
                    m.second();
                  }));
          child.get().start();
          m.order().await(1);
        };
    m.together(() -> Initialising.by(m, by, start));
    m.end(child.get());
  }

  private static void noOrder(Table t) {
    t.racy("C05", "a compile-time constant", initialised("Constant"));
    t.clean(
        "C04",
        "a superclass's initialiser that failed",
        initialised("FailingChild", "FailingChild"));
    t.racy("C07", "loading without initialising", initialised("Load"));
    t.racy("C07", "a class literal", initialised("Literal"));
    t.racy("C01", "another class", initialised("Other"));
  }

  private static void others(Table t) {
    t.clean(
        "C08",
        "a lambda's captured values",
        m -> {
          HiddenRwIgnored<java.util.function.IntSupplier> hidden = new HiddenRwIgnored<>();
          m.inOrder(
              () -> {
                int[] captured = {7};
                hidden.set(() -> captured.length);
              },
              () -> m.check(hidden.get().getAsInt() == 1));
        });
    t.clean(
        "C09",
        "ClassValue",
        () -> new Computed(),
        s -> s.get(String.class),
        s -> s.get(String.class));
    t.racy(
        "C09",
        "ClassValue of another class",
        () -> new Computed(),
        s -> s.get(String.class),
        s -> s.get(Long.class));
    t.clean(
        "C09",
        "remove, then computed anew",
        Computed::new,
        s -> {
          s.get(String.class);
          s.remove(String.class);
          s.get(String.class);
        },
        s -> s.get(String.class));
  }

  /** Values of classes. */
  private static final class Computed extends ClassValue<Object> {
    @Override
    protected Object computeValue(Class<?> type) {
      return new Object();
    }
  }

  /** Loads {@link InitUses} and what is in it again, for one case. */
  static final class Fresh extends ClassLoader {
    Fresh() {
      super(Fresh.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith(InitUses.class.getName())) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> known = findLoadedClass(name);
        return known != null ? known : define(name);
      }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (var in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length, Fresh.class.getProtectionDomain());
      } catch (java.io.IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
