package io.racewatch.runtime;

/** What a call does that no instruction shows: made by reflection or by a method handle. */
public final class CallPlan {
  private final String owner;
  private final String name;
  private final CallStep[] steps;
  private final SiteMap calls = new SiteMap();
  private final SiteMap locks = new SiteMap();

  /**
   * A plan.
   *
   * @param owner binary name of the class that declares the method
   * @param steps in the order of the catalogue
   */
  public CallPlan(String owner, String name, CallStep[] steps) {
    this.owner = owner;
    this.name = name;
    this.steps = steps.clone();
  }

  /** Before the call. */
  void before(Object receiver, Object[] args, ThreadState t, int site) {
    for (CallStep step : steps) {
      if (step.isBefore() && step.applies(receiver, site)) {
        step.before(receiver, args, t, site(step, site));
      }
    }
  }

  /** After it returned. */
  void after(Object receiver, Object[] args, Object result, ThreadState t, int site) {
    for (CallStep step : steps) {
      if (step.isAfter() && step.applies(receiver, site)) {
        step.after(receiver, args, result, t, site(step, site));
      }
    }
  }

  /** After it threw. */
  void failed(Object receiver, Object[] args, ThreadState t, int site) {
    for (int i = steps.length - 1; i >= 0; i--) {
      CallStep step = steps[i];
      if (step.isBefore() && step.isAfter() && step.applies(receiver, site)) {
        step.failed(receiver, args, t, site(step, site));
      }
    }
  }

  /** The site that stands for the method itself, called by reflection at a site. */
  private int site(CallStep step, int call) {
    SiteMap map = step.isLock() ? locks : calls;
    int known = map.find(call);
    if (known != 0) {
      return known;
    }
    return step.isLock()
        ? map.add(call, Sites.derive(call, Sites.LOCK, "", "", false))
        : map.add(call, Sites.derive(call, Sites.CALL, owner, name, false));
  }
}
