package io.racewatch.instrument.weave;

import io.racewatch.bytecode.Origin;
import io.racewatch.runtime.Sites;

/** The sites of one method, added to the runtime's table as hooks are written. */
final class MethodSites {
  private final String className;
  private final SiteBlock block;
  private final String source;
  private final String method;
  private final String descriptor;
  private int number = -1;
  private int always;
  private int line;

  /**
   * Of a method.
   *
   * @param source file, or null
   */
  MethodSites(ClassShape shape, String source, String method, String descriptor) {
    this.className = shape.name();
    this.block = shape.sites();
    this.source = source == null ? "" : source;
    this.method = method;
    this.descriptor = descriptor;
  }

  /** A flag that all sites get from here on. */
  void always(int flag) {
    always |= flag;
  }

  void line(int current) {
    line = current;
  }

  int line() {
    return line;
  }

  /** Adds a site; owner is an internal name. */
  int add(byte kind, String owner, String name, int flags) {
    String in = Names.dotted(className);
    String of = owner.equals(className) ? in : Names.dotted(owner);
    int all = flags | always;
    int site = block.next();
    if (site == 0
        || !Sites.again(site, in, method, descriptor, source, line, kind, of, name, all)) {
      if (number < 0) {
        number = Sites.method(in, method, descriptor, source);
      }
      site = Sites.add(number, line, kind, of, name, all);
    }
    block.add(site);
    return site;
  }

  /** Adds the site of a lock that came from somewhere; named where a field is known. */
  int lock(Origin origin, int flags) {
    switch (origin.kind()) {
      case THIS:
        return add(Sites.LOCK, className, "", flags);
      case FIELD, CLASS:
        return add(Sites.LOCK, origin.owner(), origin.name(), flags);
      case ELEMENT:
        return add(Sites.LOCK, origin.owner(), origin.name().concat("[]"), flags);
      default:
        return add(Sites.LOCK, "", "", flags);
    }
  }
}
