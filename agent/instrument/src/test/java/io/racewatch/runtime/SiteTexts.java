package io.racewatch.runtime;

/** Looks into the table of sites. */
public final class SiteTexts {
  private SiteTexts() {}

  /** Owner without package, name and flags: {@code Account.balance via final}. */
  public static String text(int site) {
    Sites.Site found = Sites.site(site);
    String simple = found.owner.substring(found.owner.lastIndexOf('.') + 1);
    return simple + "." + found.name + ((found.flags & Sites.VIA_FINAL) != 0 ? " via final" : "");
  }

  /** {@code method:line kind}. */
  public static String place(int site) {
    Sites.Site found = Sites.site(site);
    Sites.Method method = Sites.methodOf(found);
    return method.name() + ":" + found.line + " " + found.kind;
  }
}
