package io.racewatch.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.instrument.samples.FieldAccesses;
import io.racewatch.instrument.samples.MeetRwIgnored;
import io.racewatch.instrument.samples.References;
import io.racewatch.instrument.start.CanaryTarget;
import io.racewatch.model.catalog.Catalog;
import io.racewatch.model.options.Patterns;
import io.racewatch.runtime.Sites;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.Reference;
import java.net.URL;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;

class RaceTransformerTest {
  private static final Patterns ALL = new Patterns(List.of(), List.of());

  private final Counts counts = new Counts();
  private final RaceTransformer transformer = transformer(ALL);
  private final ClassLoader loader = RaceTransformerTest.class.getClassLoader();

  private RaceTransformer transformer(Patterns watched) {
    return new RaceTransformer(Catalog.load(), watched, counts);
  }

  private byte[] transform(RaceTransformer with, Class<?> type, Class<?> redefined) {
    return with.transform(loader, internal(type), redefined, null, file(type));
  }

  @Test
  void warmingUpFailsNothing() {
    transformer.warmUp();

    assertThat(counts.failures()).isEmpty();
  }

  @Test
  void classesOfTheJdkAreLeftAlone() {
    byte[] file = file(java.util.ArrayList.class);
    ClassLoader platform = ClassLoader.getPlatformClassLoader();

    assertThat(transformer.transform(null, "java/util/ArrayList", null, null, file)).isNull();
    assertThat(transformer.transform(platform, "java/sql/Date", null, null, file)).isNull();
    assertThat(counts.instrumented() + counts.skipped()).isZero();
  }

  @Test
  void excludedClassesHaveNoShadows() {
    Patterns none = new Patterns(List.of(), List.of("*.samples.*"));

    assertThat(text(transform(transformer(none), FieldAccesses.class, null)))
        .contains("$rw$clinit")
        .doesNotContain("$rw$number");
  }

  @Test
  void theCanaryIsNeverExcluded() {
    Patterns none = new Patterns(List.of(), List.of("*"));

    assertThat(text(transform(transformer(none), CanaryTarget.class, null)))
        .contains("$rw$racewatchCanary");
  }

  @Test
  void aClassThatWasLoadedBeforeGetsNoMembers() {
    String woven = text(transform(transformer, FieldAccesses.class, FieldAccesses.class));

    assertThat(woven).contains("writeField").doesNotContain("$rw$");
  }

  @Test
  void sitesOfALoaderThatIsGoneAreUsedAgain() {
    byte[] first = transformIn(new Loader(loader));
    byte[] next = first;
    for (int i = 0; i < 200 && (i == 0 || !Arrays.equals(next, first)); i++) {
      System.gc();
      next = transformIn(new Loader(loader));
    }
    assertThat(next).isEqualTo(first);
  }

  @Test
  void sitesOfALoaderThatLivesAreItsOwn() {
    ClassLoader one = new Loader(loader);
    byte[] first = transformIn(one);
    System.gc();
    assertThat(transformIn(new Loader(loader))).isNotEqualTo(first);
    assertThat(transform(transformer, FieldAccesses.class, FieldAccesses.class)).isNotNull();
    Reference.reachabilityFence(one);
  }

  @Test
  void aClassThatIsWovenAgainKeepsItsSites() {
    byte[] first = transform(transformer, References.class, null);
    int before = Sites.count();
    assertThat(transform(transformer, References.class, References.class)).isEqualTo(first);
    assertThat(Sites.count()).isEqualTo(before);
  }

  private byte[] transformIn(ClassLoader its) {
    Class<?> type = FieldAccesses.class;
    return transformer.transform(its, internal(type), null, null, file(type));
  }

  private static final class Loader extends ClassLoader {
    Loader(ClassLoader parent) {
      super(parent);
    }
  }

  @Test
  void aClassThatIsOfferedAgainGetsTheSameMembers() {
    byte[] first = transform(transformer, References.class, null);
    byte[] again = transform(transformer, References.class, References.class);

    assertThat(text(again)).contains("MethodReferences");
    assertThat(new ClassReader(again).getItemCount())
        .isEqualTo(new ClassReader(first).getItemCount());
    assertThat(counts.instrumented()).isEqualTo(1);
  }

  @Test
  void markedClassesAreSkipped() {
    assertThat(transform(transformer, MeetRwIgnored.class, null)).isNull();
    assertThat(counts.skipped()).isEqualTo(1);
  }

  @Test
  void whatIsNoClassFileRunsAsItIs() {
    assertThat(transformer.transform(loader, "no/Class", null, null, new byte[] {1, 2})).isNull();
    assertThat(counts.failed()).isEqualTo(1);
    assertThat(counts.failures().get(0).className()).isEqualTo("no.Class");
  }

  @Test
  void aLoaderThatHidesTheRuntimeHasItsClassesSkipped() {
    ClassLoader blind =
        new ClassLoader(null) {
          @Override
          protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            throw new ClassNotFoundException(name);
          }
        };
    byte[] file = file(FieldAccesses.class);

    assertThat(transformer.transform(blind, internal(FieldAccesses.class), null, null, file))
        .isNull();
    assertThat(counts.skipped()).isEqualTo(1);
  }

  /** A loader whose look-up of a class file makes it define a class of its own. */
  @Test
  void classesThatLoadBecauseAnotherIsWovenAreWovenToo() {
    byte[] file = file(FieldAccesses.class);
    ClassLoader nesting =
        new ClassLoader(loader) {
          private boolean nested;

          @Override
          public URL getResource(String name) {
            if (!nested) {
              nested = true;
              transformer.transform(
                  this, internal(References.class), null, null, file(References.class));
            }
            return super.getResource(name);
          }

          @Override
          public Enumeration<URL> getResources(String name) throws IOException {
            return super.getResources(name);
          }
        };

    transformer.transform(nesting, internal(FieldAccesses.class), null, null, file);

    assertThat(counts.instrumented()).isEqualTo(2);
    assertThat(counts.failed()).isZero();
  }

  private static String internal(Class<?> type) {
    return type.getName().replace('.', '/');
  }

  private static String text(byte[] file) {
    return new String(file, java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  private static byte[] file(Class<?> type) {
    try (InputStream in = type.getResourceAsStream("/" + internal(type) + ".class")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
