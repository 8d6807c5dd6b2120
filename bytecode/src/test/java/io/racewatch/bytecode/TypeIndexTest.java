package io.racewatch.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

class TypeIndexTest {
  private static final String LOCK = "java/util/concurrent/locks/Lock";

  private final LoaderTypes loaders = new LoaderTypes();
  private final TypeIndex types = loaders.of(TypeIndexTest.class.getClassLoader());

  static class MyLock extends ReentrantLock {
    private static final long serialVersionUID = 1L;
    volatile int holders;
    final String name = String.valueOf(serialVersionUID);
  }

  static class Sub extends MyLock {
    private static final long serialVersionUID = 2L;
  }

  private static String internal(Class<?> type) {
    return type.getName().replace('.', '/');
  }

  @Test
  void subtypesAreFoundThroughTheJdk() {
    assertThat(types.isSubtype(internal(Sub.class), LOCK)).isTrue();
    assertThat(types.isSubtype(internal(Sub.class), "java/lang/Object")).isTrue();
    assertThat(types.isSubtype(LOCK, internal(Sub.class))).isFalse();
    assertThat(types.isSubtype("no/Such", LOCK)).isFalse();
    assertThat(types.isSubtype("[I", "java/lang/Object")).isTrue();
  }

  @Test
  void fieldsAreResolvedWhereTheyAreDeclared() {
    FieldFact holders = types.field(internal(Sub.class), "holders", "I");

    assertThat(holders.owner().name()).isEqualTo(internal(MyLock.class));
    assertThat(holders.isVolatile()).isTrue();
    assertThat(types.field(internal(Sub.class), "name", "Ljava/lang/String;").isFinal()).isTrue();
    assertThat(types.field(internal(Sub.class), "holders", "J")).isNull();
    assertThat(types.field("no/Such", "x", "I")).isNull();
  }

  @Test
  void itIsKnownWhatTheJdkDefines() {
    assertThat(types.header("java/util/ArrayList").jdk()).isTrue();
    assertThat(types.header(internal(Sub.class)).jdk()).isFalse();
  }

  @Test
  void withoutReadingOnlyWhatWasReadIsKnown() {
    TypeIndex fresh = new LoaderTypes().of(TypeIndexTest.class.getClassLoader());
    fresh.header(internal(MyLock.class));

    assertThat(fresh.withoutReading().header(internal(MyLock.class))).isNotNull();
    assertThat(fresh.withoutReading().header(internal(Sub.class))).isNull();
    assertThat(fresh.header(internal(Sub.class))).isNotNull();
  }

  @Test
  void aClassFileThatCannotBeReadIsUnknown() {
    TypeIndex broken = new TypeIndex(name -> new ClassBytes.Found(new byte[] {1, 2}, false), null);

    assertThat(broken.header("a/B")).isNull();
  }

  @Test
  void loadersAreNotKept() {
    ClassLoader loader = new ClassLoader(null) {};
    WeakReference<ClassLoader> gone = new WeakReference<>(loader);
    loaders.of(loader).header(internal(MyLock.class));
    loader = null;
    for (int i = 0; i < 50 && gone.get() != null; i++) {
      System.gc();
    }

    assertThat(gone.get()).isNull();
  }
}
