package io.racewatch.instrument.jdk;

import io.racewatch.model.catalog.Row;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.List;

/**
 * Weaves JDK classes as they load and when they are retransformed. Never throws: a class that
 * cannot be woven stays as it is and is counted. Safe for several threads at once.
 */
final class BodyTransformer implements ClassFileTransformer {
  private final BodyRows rows;
  private final JdkHookReport report;

  BodyTransformer(BodyRows rows, JdkHookReport report) {
    this.rows = rows;
    this.report = report;
  }

  /** Whether a class of the boot or platform loader is woven; by its internal name. */
  boolean wants(String className) {
    return className.equals(MemberFilterWeaver.TARGET) || !rows.of(className).isEmpty();
  }

  @Override
  public byte[] transform(
      Module module,
      ClassLoader loader,
      String className,
      Class<?> redefined,
      ProtectionDomain domain,
      byte[] bytes) {
    if (className == null || !ofJdk(loader) || !wants(className)) {
      return null;
    }
    try {
      return weave(className, bytes);
    } catch (Throwable e) {
      report.failed(className, e);
      return null;
    }
  }

  /** The woven class; null if nothing changed. */
  byte[] weave(String className, byte[] bytes) {
    if (className.equals(MemberFilterWeaver.TARGET)) {
      byte[] woven = MemberFilterWeaver.weave(bytes);
      report.woven(className, List.of());
      return woven;
    }
    List<Row> itsRows = rows.of(className);
    BodyWeaver.Woven woven = BodyWeaver.weave(bytes, itsRows);
    report.woven(className, woven.lost());
    return woven.lost().size() == itsRows.size() ? null : woven.bytes();
  }

  private static boolean ofJdk(ClassLoader loader) {
    return loader == null || loader == ClassLoader.getPlatformClassLoader();
  }
}
