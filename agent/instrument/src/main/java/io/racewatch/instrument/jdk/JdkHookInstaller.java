package io.racewatch.instrument.jdk;

import io.racewatch.model.catalog.Catalog;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts the hooks into the JDK. The runtime's classes must be in the boot loader before. Classes
 * already loaded are retransformed now, the others woven as they load; none is loaded for it.
 */
public final class JdkHookInstaller {
  private static final String SAMPLE = "java/util/concurrent/FutureTask";

  private JdkHookInstaller() {}

  /**
   * Installs the hooks. Never throws: what could not be woven stands in the report.
   *
   * @param catalog rows of all JDKs
   */
  public static JdkHookReport install(Instrumentation instrumentation, Catalog catalog) {
    JdkHookReport report = new JdkHookReport();
    try {
      BodyRows rows = new BodyRows(catalog, Runtime.version().feature());
      warmUp(rows);
      BodyTransformer transformer = new BodyTransformer(rows, report);
      instrumentation.addTransformer(transformer, true);
      retransform(instrumentation, loaded(instrumentation, transformer), report);
    } catch (Throwable e) {
      report.failed("(install)", e);
    }
    return report;
  }

  /**
   * Runs the whole path once on bytes alone. Otherwise a JDK class that ASM or we need first would
   * be loaded within {@code transform}, which ends the start with a ClassCircularityError.
   */
  private static void warmUp(BodyRows rows) throws IOException {
    BodyTransformer sample = new BodyTransformer(rows, new JdkHookReport());
    for (String name : List.of(SAMPLE, MemberFilterWeaver.TARGET)) {
      try (InputStream in = Object.class.getResourceAsStream("/" + name + ".class")) {
        if (in != null) {
          sample.transform(null, null, name, null, null, in.readAllBytes());
        }
      }
    }
  }

  private static List<Class<?>> loaded(
      Instrumentation instrumentation, BodyTransformer transformer) {
    List<Class<?>> classes = new ArrayList<>();
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (type.getClassLoader() == null
          && transformer.wants(type.getName().replace('.', '/'))
          && instrumentation.isModifiableClass(type)) {
        classes.add(type);
      }
    }
    return classes;
  }

  private static void retransform(
      Instrumentation instrumentation, List<Class<?>> classes, JdkHookReport report) {
    try {
      instrumentation.retransformClasses(classes.toArray(new Class<?>[0]));
    } catch (Throwable together) {
      for (Class<?> type : classes) {
        retransformAlone(instrumentation, type, report);
      }
    }
  }

  private static void retransformAlone(
      Instrumentation instrumentation, Class<?> type, JdkHookReport report) {
    try {
      instrumentation.retransformClasses(type);
    } catch (Throwable e) {
      report.failed(type.getName().replace('.', '/'), e);
    }
  }
}
