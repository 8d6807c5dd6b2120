package io.racewatch.instrument;

import io.racewatch.bytecode.LoaderTypes;
import io.racewatch.bytecode.PerLoader;
import io.racewatch.bytecode.TypeIndex;
import io.racewatch.instrument.plan.Spared;
import io.racewatch.instrument.weave.SiteBlock;
import io.racewatch.instrument.weave.WeaveMode;
import io.racewatch.instrument.weave.Weaver;
import io.racewatch.instrument.weave.Woven;
import io.racewatch.model.catalog.Catalog;
import io.racewatch.model.options.Patterns;
import io.racewatch.runtime.HiddenClasses;
import io.racewatch.runtime.LoaderValues;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import org.objectweb.asm.ClassReader;

/**
 * Weaves the program's classes as they load. Never throws; what it cannot weave runs as it is. Safe
 * from several threads at once, and for classes that load because it works.
 */
public final class RaceTransformer implements ClassFileTransformer, HiddenClasses {
  private static final String CANARY = "io/racewatch/instrument/start/Canary";

  private final Weaver weaver;
  private final Spared spared;
  private final Patterns watched;
  private final Patterns asked;
  private final boolean orders;
  private final WeaveLog log;
  private final ClassFilter filter = new ClassFilter();
  private final LoaderTypes types = new LoaderTypes();
  private final History history = new History();
  private final SiteBlocks blocks = new SiteBlocks();
  private final Busy busy = new Busy();
  private volatile boolean catchingUp;

  /**
   * A transformer that is not registered yet.
   *
   * @param catalog rows of the running JDK
   * @param watched classes whose accesses are checked; synchronisation is observed in all
   */
  public RaceTransformer(Catalog catalog, Patterns watched, WeaveLog log) {
    this(catalog, watched, watched, true, Spared.NONE, log);
  }

  /**
   * A transformer that is not registered yet.
   *
   * @param watched as above; fewer than asked where only locks matter
   * @param asked classes that the user wants to be watched, for the counts
   * @param orders whether the orders through variables and initializers are followed in classes
   *     that are not watched
   * @param spared fields that need no checks
   */
  public RaceTransformer(
      Catalog catalog,
      Patterns watched,
      Patterns asked,
      boolean orders,
      Spared spared,
      WeaveLog log) {
    this.orders = orders;
    this.spared = spared;
    this.weaver = new Weaver(catalog, spared);
    this.watched = watched;
    this.asked = asked;
    this.log = log;
  }

  /**
   * Weaves a sample. To be called before the transformer is registered: a JDK class that is first
   * loaded inside {@code transform} ends the start with a ClassCircularityError.
   */
  public void warmUp() {
    String name = WarmUp.class.getName().replace('.', '/');
    ClassLoader loader = RaceTransformer.class.getClassLoader();
    try (InputStream in = loader.getResourceAsStream(name.concat(".class"))) {
      if (in == null) {
        throw new IOException(name.concat(" is missing"));
      }
      byte[] sample = in.readAllBytes();
      filter.seesRuntime(loader);
      keepInside(loader);
      busy.enter();
      busy.leave();
      spared.loads(name, sample, types.of(loader));
      weaver.weave(sample, types.of(loader), WeaveMode.loading(true));
      weaver.weave(sample, types.of(loader).withoutReading(), WeaveMode.loaded(true));
      history.isWoven(loader, name);
      blocks.end(loader, name, blocks.begin(loader, name));
    } catch (IOException | RuntimeException e) {
      log.failed(WarmUp.class.getName(), e.toString());
    }
  }

  private static void keepInside(ClassLoader sample) {
    try {
      LoaderValues.of(sample);
      PerLoader.keepInside(LoaderValues::of);
    } catch (LinkageError | RuntimeException renamed) {
      return; // the list does as well where there are few loaders
    }
  }

  /** Whether classes that are transformed again are new to us: while a late start makes up. */
  public void catchingUp(boolean now) {
    catchingUp = now;
  }

  @Override
  public byte[] transform(
      Module module,
      ClassLoader loader,
      String internalName,
      Class<?> redefined,
      ProtectionDomain domain,
      byte[] classFile) {
    return transform(loader, internalName, redefined, domain, classFile);
  }

  @Override
  public byte[] transform(
      ClassLoader loader,
      String internalName,
      Class<?> redefined,
      ProtectionDomain domain,
      byte[] classFile) {
    if (filter.isForeign(loader, internalName)) {
      return null;
    }
    boolean first = busy.enter();
    try {
      TypeIndex known = types.of(loader);
      return weave(
          loader, internalName, redefined, classFile, first ? known : known.withoutReading());
    } catch (Throwable e) {
      // Even a stack overflow: the program's thread that loads the class must not notice.
      failed(internalName, e);
      return null;
    } finally {
      if (first) {
        busy.leave();
      }
    }
  }

  /** A hidden class never comes again, and has its name with others: no history is kept of it. */
  @Override
  public byte[] weave(ClassLoader loader, byte[] classFile) {
    String internalName = "(hidden class)";
    boolean first = busy.enter();
    try {
      internalName = new ClassReader(classFile).getClassName();
      if (filter.isForeign(loader, internalName)
          || filter.isIgnored(internalName)
          || !filter.seesRuntime(loader)) {
        log.skipped(internalName.replace('/', '.'), "a hidden class");
        return classFile;
      }
      TypeIndex its = types.of(loader);
      TypeIndex known = (first ? its : its.withoutReading()).beside();
      spared.loads(internalName, classFile, known);
      Woven woven =
          weaver.weave(classFile, known, WeaveMode.loading(watched.matches(internalName)));
      report(internalName, internalName.replace('/', '.'), woven);
      return woven.bytes() == null ? classFile : woven.bytes();
    } catch (Throwable e) {
      failed(internalName, e);
      return classFile;
    } finally {
      if (first) {
        busy.leave();
      }
    }
  }

  private void failed(String internalName, Throwable reason) {
    try {
      String name = internalName.replace('/', '.');
      if (asked.matches(internalName)) {
        log.failed(name, reason.toString());
      } else {
        log.excluded(name);
      }
    } catch (Throwable again) {
      // Out of memory or stack: the class runs as it is, uncounted.
    }
  }

  private byte[] weave(
      ClassLoader loader,
      String internalName,
      Class<?> redefined,
      byte[] classFile,
      TypeIndex known) {
    String name = internalName.replace('/', '.');
    if (filter.isIgnored(internalName)) {
      log.skipped(name, "marked to be ignored");
      return null;
    }
    if (!filter.seesRuntime(loader)) {
      log.skipped(name, "its loader does not see the boot loader's classes");
      return null;
    }
    spared.loads(internalName, classFile, known);
    SiteBlock sites = blocks.begin(loader, internalName);
    Woven woven = weaver.weave(classFile, known, mode(loader, internalName, redefined), sites);
    blocks.end(loader, internalName, sites);
    if (redefined != null && catchingUp) {
      report(internalName, name, woven);
    } else if (redefined == null) {
      history.wove(loader, internalName);
      if (!internalName.startsWith(CANARY)) {
        report(internalName, name, woven);
      }
    }
    return woven.bytes();
  }

  private WeaveMode mode(ClassLoader loader, String internalName, Class<?> redefined) {
    // Or a run whose options exclude everything would be taken for a blind one.
    boolean checks = watched.matches(internalName) || internalName.startsWith(CANARY);
    return mode(loader, internalName, redefined, checks).withOrders(orders || checks);
  }

  private WeaveMode mode(
      ClassLoader loader, String internalName, Class<?> redefined, boolean checks) {
    return redefined == null || history.isWoven(loader, internalName)
        ? WeaveMode.loading(checks)
        : WeaveMode.loaded(checks);
  }

  private void report(String internalName, String name, Woven woven) {
    if (asked.matches(internalName)) {
      log.instrumented(name);
    } else {
      log.excluded(name);
    }
    for (String method : woven.left()) {
      log.left(name, method);
    }
    for (String method : woven.huge()) {
      log.huge(name, method);
    }
  }
}
