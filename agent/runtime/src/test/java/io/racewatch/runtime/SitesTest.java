package io.racewatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SitesTest {
  @Test
  void sitesAddedAtOnceAreAllThere() throws Exception {
    int each = 5_000;
    int[][] sites = new int[4][each];
    Given.inParallel(
        4,
        n -> {
          for (int i = 0; i < each; i++) {
            int method = Sites.method("t.C" + n, "m" + i, "()V", "C.java");
            sites[n][i] = Sites.add(method, i, Sites.FIELD, "t.C" + n, "f" + i, 0);
            Sites.offset(Sites.site(sites[n][i]), i + 8L);
            Sites.hit(sites[n][i]);
          }
        });
    for (int n = 0; n < 4; n++) {
      for (int i = 0; i < each; i++) {
        Sites.Site site = Sites.site(sites[n][i]);
        assertThat(site.owner).isEqualTo("t.C" + n);
        assertThat(site.name).isEqualTo("f" + i);
        assertThat(site.number).isEqualTo(sites[n][i]);
        assertThat(Sites.methodOf(site).name()).isEqualTo("m" + i);
        assertThat(Sites.offset(sites[n][i])).isEqualTo(i + 8L);
        assertThat(Sites.place(sites[n][i]).line()).isEqualTo(i);
      }
    }
  }

  @Test
  void unknownNumbersAreHarmless() {
    for (int site : new int[] {0, -1, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
      assertThat(Sites.site(site)).isNull();
      assertThat(Sites.place(site).className()).isEmpty();
      assertThat(Sites.isCallOf(site, "join")).isFalse();
      assertThat(Sites.viaFinal(site)).isFalse();
      assertThat(Sites.callsFunction(site)).isFalse();
    }
  }

  @Test
  void callsThatCallBackAreKnown() {
    String owner = "java.util.concurrent.atomic.AtomicReference";
    for (String name :
        new String[] {"getAndUpdate", "updateAndGet", "getAndAccumulate", "accumulateAndGet"}) {
      assertThat(Sites.callsFunction(Given.call(owner, name))).as(name).isTrue();
    }
    for (String name : new String[] {"getAndSet", "compareAndSet", "incrementAndGet", "set"}) {
      assertThat(Sites.callsFunction(Given.call(owner, name))).as(name).isFalse();
    }
    assertThat(Sites.callsFunction(Given.field("t.T", "update"))).isFalse();
  }

  @Test
  void stacksAreTakenFirstAndThenEverMoreSeldom() {
    int site = Given.field();
    ThreadState t = Given.thread();
    int taken = 0;
    for (int i = 0; i < 10_000; i++) {
      boolean trace = Traces.at(site, t) != null;
      assertThat(trace || i >= 8).as("one of the first").isTrue();
      taken += trace ? 1 : 0;
    }
    assertThat(taken).isBetween(9, 40);
    assertThat(Traces.near(access(t, site))).isNotNull();
    assertThat(Traces.near(access(t, Given.field()))).isNull();
    SyncHooks.acquire(new Object(), t, Given.lock("other"));
    assertThat(Traces.near(access(t, site))).as("under other locks").isNull();
  }

  private static Access access(ThreadState t, int site) {
    return t.accessNow(new Context(t, site, null), true);
  }

  @Test
  void anArmedSiteHasItsStackTakenAgain() {
    int site = Given.field();
    ThreadState t = Given.thread();
    for (int i = 0; i < 1_000; i++) {
      Traces.at(site, t);
    }
    Sites.arm(site);
    int taken = 0;
    for (int i = 0; i < 100; i++) {
      taken += Traces.at(site, t) != null ? 1 : 0;
    }
    assertThat(taken).isGreaterThan(3);
  }
}
