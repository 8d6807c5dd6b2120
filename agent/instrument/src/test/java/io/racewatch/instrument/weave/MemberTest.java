package io.racewatch.instrument.weave;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.instrument.samples.FieldAccesses;
import io.racewatch.instrument.samples.Initialized;
import io.racewatch.instrument.samples.Language;
import io.racewatch.instrument.samples.References;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class MemberTest {
  @Test
  void shadowsStandBesideFieldsThatAreNotFinal() {
    List<String> members = members(FieldAccesses.class, WeaveMode.loading(true));

    assertThat(members)
        .contains("$rw$number", "$rw$wide", "$rw$text", "$rw$total", "$rw$!published", "$rw$!ticks")
        .doesNotContain("$rw$fixed", "$rw$published");
  }

  @Test
  void anExcludedClassKeepsOnlyClocks() {
    assertThat(members(FieldAccesses.class, WeaveMode.loading(false)))
        .contains("$rw$!published", "$rw$clinit")
        .doesNotContain("$rw$number");
  }

  @Test
  void recordsAndEnumsGetNothingThatShows() throws ReflectiveOperationException {
    Class<?> pair = Sampled.load(Language.class.getName() + "$Pair", WeaveMode.loading(true));

    assertThat(pair.getRecordComponents()).hasSize(2);
    assertThat(pair.getDeclaredFields())
        .filteredOn(field -> field.getName().startsWith("$rw$"))
        .allMatch(Field::isSynthetic);
  }

  @Test
  void theClockOfAnInterfaceIsFinal() throws ReflectiveOperationException {
    Class<?> type =
        Sampled.load(Initialized.class.getName() + "$Constants", WeaveMode.loading(true));

    Field clock = type.getDeclaredField("$rw$clinit");
    clock.setAccessible(true);
    assertThat(Modifier.isFinal(clock.getModifiers())).isTrue();
    assertThat(clock.get(null)).isNotNull();
  }

  @Test
  void wovenAgainAClassGetsTheSameMembers() {
    byte[] file = WeavingLoader.read(References.class.getName());
    Weaver weaver = new Weaver(WeavingLoader.CATALOG);
    Woven first = weaver.weave(file, WeavingLoader.types(), WeaveMode.loading(true));
    Woven second =
        weaver.weave(file, WeavingLoader.types().withoutReading(), WeaveMode.loading(true));

    assertThat(members(second.bytes())).isEqualTo(members(first.bytes()));
  }

  /** Without the filter that hides members from reflection, private and transient ones must do. */
  @Test
  void noInitializerIsAdded() throws ReflectiveOperationException {
    Class<?> plain = Sampled.load(Plain.class.getName(), null);
    Class<?> woven = Sampled.load(Plain.class.getName(), WeaveMode.loading(true));

    assertThat(members(WeavingLoader.read(Plain.class.getName()))).doesNotContain("<clinit>");
    assertThat(ObjectStreamClass.lookup(woven).getFields())
        .hasSameSizeAs(ObjectStreamClass.lookup(plain).getFields());
  }

  /** Serialisable, with a function that is a reference. */
  static class Plain implements Serializable {
    private static final long serialVersionUID = 1L;
    int number;
    transient Function<String, Integer> length = String::length;
  }

  private static List<String> members(Class<?> type, WeaveMode mode) {
    byte[] file = WeavingLoader.read(type.getName());
    return members(
        new Weaver(WeavingLoader.CATALOG).weave(file, WeavingLoader.types(), mode).bytes());
  }

  private static List<String> members(byte[] file) {
    List<String> names = new ArrayList<>();
    ClassVisitor visitor =
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public FieldVisitor visitField(
              int access, String name, String descriptor, String signature, Object value) {
            names.add(name);
            return null;
          }

          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] thrown) {
            names.add(name);
            return null;
          }
        };
    new ClassReader(file).accept(visitor, 0);
    return names;
  }
}
