package io.racewatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.runtime.woven.Bare;
import io.racewatch.runtime.woven.WovenLoader;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the site of an access to the shadow of its field. */
class ResolverTest {
  private static final String PACKAGE = "io.racewatch.runtime.woven.";

  private final ThreadState t = Given.thread();
  private final int caller =
      Sites.method(ResolverTest.class.getName(), "m", "()V", "ResolverTest.java");
  private WovenLoader loader;
  private Class<?> base;
  private Class<?> derived;
  private Object object;

  @BeforeEach
  void load() throws Exception {
    Given.noRaces();
    loader = new WovenLoader();
    base = loader.woven("Base");
    derived = loader.woven("Derived");
    object = derived.getConstructor().newInstance();
  }

  private ShadowPlace instance(String owner, String name, Object o) {
    return Resolver.instance(Sites.site(Given.field(PACKAGE + owner, name)), o, t);
  }

  @Test
  void aFieldIsFoundWhereItIsDeclared() {
    ShadowPlace place = instance("Derived", "plain", object);
    assertThat(place.declaring()).isSameAs(base);
    assertThat(place.member).isEqualTo(PACKAGE + "Base.plain");
    assertThat(place.offset).isEqualTo(Internals.offset(base, "$rw$plain"));
    assertThat(place.field).isEqualTo(Internals.offset(base, "plain"));
    assertThat(place.isVolatile).isFalse();
    assertThat(instance("Derived", "own", object).declaring()).isSameAs(derived);
    assertThat(instance("Base", "number", object).isVolatile).isTrue();
  }

  @Test
  void aHiddenFieldIsNotTheOneThatHidesIt() {
    ShadowPlace hidden = instance("Base", "hidden", object);
    ShadowPlace hiding = instance("Derived", "hidden", object);
    assertThat(hidden.declaring()).isSameAs(base);
    assertThat(hiding.declaring()).isSameAs(derived);
    assertThat(hidden.offset).isNotEqualTo(hiding.offset);
    assertThat(hidden.member).isNotEqualTo(hiding.member);
  }

  @Test
  void whatCannotBeFoundIsNotChecked() {
    assertThat(instance("Base", "missing", object)).isSameAs(ShadowPlace.NONE);
    assertThat(instance("Elsewhere", "plain", object)).isSameAs(ShadowPlace.NONE);
    int site = Given.field(PACKAGE + "Base", "missing");
    Hooks.readField(object, t, site);
    Hooks.volatileRead(object, t, site);
    assertThat(Faults.count()).isZero();
  }

  @Test
  void aFieldOfAClassThatIsNotWovenIsKeptBesideIt() {
    Bare bare = new Bare();
    ShadowPlace plain = instance("Bare", "plain", bare);
    assertThat(plain.offset).isEqualTo(-1);
    assertThat(plain.member).isEqualTo(PACKAGE + "Bare.plain");
    assertThat(instance("Bare", "number", bare).isVolatile).isTrue();
    assertThat(instance("Bare", "fixed", bare).member).as("final").isEmpty();
    int write = Given.field(PACKAGE + "Bare", "plain");
    int read = Given.field(PACKAGE + "Bare", "plain");
    Hooks.writeField(bare, t, write);
    Hooks.writeField(new Bare(), Given.thread(), Given.field(PACKAGE + "Bare", "plain"));
    assertThat(Races.table.size()).isZero();
    Hooks.readField(bare, Given.thread(), read);
    assertThat(Given.raced(write, read)).isTrue();
  }

  @Test
  void accessesByAnySiteMeetInTheShadowOfTheField() {
    int write = Given.field(PACKAGE + "Base", "plain");
    int read = Given.field(PACKAGE + "Derived", "plain");
    Hooks.writeField(object, t, write);
    Hooks.writeField(object, t, write);
    Hooks.readField(object, Given.thread(), read);
    assertThat(Given.raced(write, read)).isTrue();
    assertThat(Races.table.size()).isEqualTo(1);
  }

  private Class<?> declaring(String owner, String name) {
    Sites.Site site = Sites.site(Given.staticField(caller, PACKAGE + owner, name));
    return Resolver.forStatic(site, t).declaring();
  }

  /** Static fields are looked for from the class whose code called the hook: this one. */
  @Test
  void aStaticFieldIsFoundInClassesAndInterfaces() throws Exception {
    Class<?> here = Class.forName(PACKAGE + "Base");
    assertThat(declaring("Base", "plainShared")).isSameAs(here);
    assertThat(declaring("Derived", "plainShared")).isSameAs(here);
    assertThat(declaring("Derived", "ANY").getSimpleName()).isEqualTo("Constants");
    assertThat(declaring("Bare", "plainShared")).isSameAs(Bare.class);
    assertThat(declaring("Derived", "missing")).isNull();
    assertThat(declaring("Elsewhere", "x")).isNull();
  }

  @Test
  void staticAccessesRaceInTheClass() {
    int write = Given.staticField(caller, PACKAGE + "Derived", "plainShared");
    int read = Given.staticField(caller, PACKAGE + "Base", "plainShared");
    int bare = Given.staticField(caller, PACKAGE + "Bare", "plainShared");
    Hooks.writeStaticField(t, write);
    Hooks.writeStaticField(t, bare);
    Hooks.readStaticField(Given.thread(), read);
    Hooks.readStaticField(Given.thread(), bare);
    assertThat(Given.raced(write, read)).isTrue();
    assertThat(Given.raced(bare, bare)).isTrue();
  }

  @Test
  void aVolatileStaticFieldOrders() {
    for (String owner : new String[] {"Base", "Bare"}) {
      ThreadState reader = Given.thread();
      int site = Given.staticField(caller, PACKAGE + owner, "shared");
      int clock = t.clock;
      Hooks.volatileWriteStatic(t, site);
      Hooks.volatileReadStatic(reader, site);
      assertThat(reader.knows(t.slot, clock)).as(owner).isTrue();
    }
  }

  @Test
  void aSiteDoesNotKeepItsClassAlive() throws Exception {
    int site = Given.field(PACKAGE + "Base", "plain");
    Hooks.writeField(object, t, site);
    WeakReference<ClassLoader> alive = new WeakReference<>(loader);
    loader = null;
    base = null;
    derived = null;
    object = null;
    for (int i = 0; i < 20 && alive.get() != null; i++) {
      System.gc();
    }
    assertThat(alive.get()).isNull();
  }

  @Test
  void aCopyBeginsWithoutAHistory() throws Exception {
    Field copy = new Field(object, "plain");
    Hooks.writeField(object, t, copy.site);
    assertThat(copy.shadow()).isNotNull();
    Hooks.cloned(object, new Object(), t, copy.site);
    assertThat(copy.shadow()).isNull();
  }

  /** A woven field of an object. */
  private record Field(Object object, int site, long offset) {
    Field(Object object, String name) {
      this(
          object,
          Given.field(PACKAGE + "Base", name),
          Internals.offset(object.getClass().getSuperclass(), "$rw$" + name));
    }

    Object shadow() {
      return Internals.U.getReference(object, offset);
    }
  }
}
