package io.racewatch.instrument.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.model.catalog.Catalog;
import io.racewatch.model.catalog.Mode;
import io.racewatch.model.catalog.Row;
import io.racewatch.runtime.JdkHooks;
import io.racewatch.runtime.MemberFilter;
import io.racewatch.runtime.VarMode;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class BodyWeaverTest {
  private final BodyRows rows = new BodyRows(Catalog.load(), Runtime.version().feature());

  @Test
  void eachRowMeetsSomethingAndEachClassStaysValid() {
    assertThat(BodyCheck.problems()).isEmpty();
  }

  @Test
  void aRowForAnIntrinsicIsFoundAndLeftOut() throws IOException {
    Row row = row("java/lang/StringBuilder toString * publish this - entry body - - -");
    byte[] bytes = JdkBytes.of("java/lang/StringBuilder").orElseThrow();
    List<String> problems = new ArrayList<>();
    BodyCheck.intrinsics(bytes, List.of(row), problems);
    assertThat(problems).hasSize(1).first().asString().contains("the JIT may replace toString");
    assertThat(BodyWeaver.weave(bytes, List.of(row)).lost()).containsExactly(row);
  }

  @Test
  void aRowThatMeetsNothingIsLostAlone() throws IOException {
    byte[] bytes = JdkBytes.of("java/util/concurrent/CountDownLatch").orElseThrow();
    String latch = "java/util/concurrent/CountDownLatch ";
    Row good = row(latch + "countDown ()V publish this - entry body - - -");
    Row gone = row(latch + "countUp ()V publish this - entry body - - -");
    BodyWeaver.Woven woven = BodyWeaver.weave(bytes, List.of(good, gone));
    assertThat(woven.lost()).containsExactly(gone);
    assertThat(woven.bytes()).isNotEqualTo(bytes);
    assertThat(BodyWeaver.weave(bytes, List.of(gone)).bytes()).isSameAs(bytes);
  }

  @Test
  void anArgumentThatTheMethodOverwritesIsNotLookedAtOnExit() throws IOException {
    assertThat(weaveSample("keeps").lost()).isEmpty();
    assertThat(weaveSample("overwrites").lost()).hasSize(1);
  }

  private static BodyWeaver.Woven weaveSample(String method) throws IOException {
    Row model = row("java/A m (Ljava/lang/Object;)V publish arg0 - exit body - - -");
    String owner = Sample.class.getName().replace('.', '/');
    Row row =
        new Row(
            owner,
            method,
            model.descriptor(),
            model.effect(),
            model.subject(),
            0,
            model.when(),
            model.where(),
            0,
            0,
            List.of(),
            null,
            null,
            null,
            null);
    try (InputStream in = Sample.class.getResourceAsStream("BodyWeaverTest$Sample.class")) {
      return BodyWeaver.weave(in.readAllBytes(), List.of(row));
    }
  }

  @SuppressWarnings("unused")
  static final class Sample {
    private Sample() {}

    static void keeps(Object o) {
      o.hashCode();
    }

    static void overwrites(Object o) {
      o = "other";
      o.hashCode();
    }
  }

  @Test
  void weavingTwiceGivesTheSameBytesAndAddsNoMember() {
    for (String owner : rows.owners()) {
      byte[] bytes = JdkBytes.of(owner).orElseThrow();
      byte[] once = BodyWeaver.weave(bytes, rows.of(owner)).bytes();
      assertThat(BodyWeaver.weave(bytes, rows.of(owner)).bytes()).isEqualTo(once);
      assertThat(members(once)).isEqualTo(members(bytes));
    }
  }

  @Test
  void reflectionIsFilteredByTheRuntime() {
    byte[] bytes = JdkBytes.of(MemberFilterWeaver.TARGET).orElseThrow();
    byte[] woven = MemberFilterWeaver.weave(bytes);
    assertThat(BodyCheck.verify(woven)).isEmpty();
    assertThat(calls(woven, "io/racewatch/runtime/MemberFilter"))
        .containsExactlyInAnyOrder(
            "fields([Ljava/lang/reflect/Field;)[Ljava/lang/reflect/Field;",
            "methods([Ljava/lang/reflect/Method;)[Ljava/lang/reflect/Method;");
    assertThat(hasAll(MemberFilter.class, calls(woven, "io/racewatch/runtime/MemberFilter")))
        .isTrue();
  }

  @Test
  void eachHookThatIsCalledExists() {
    Set<String> called = new TreeSet<>();
    for (String owner : rows.owners()) {
      byte[] bytes = JdkBytes.of(owner).orElseThrow();
      called.addAll(
          calls(BodyWeaver.weave(bytes, rows.of(owner)).bytes(), "io/racewatch/runtime/JdkHooks"));
    }
    assertThat(called).hasSizeGreaterThan(6);
    assertThat(hasAll(JdkHooks.class, called)).isTrue();
  }

  @Test
  void modesAreThoseOfTheRuntime() {
    assertThat(Mode.ACQUIRE).isEqualTo(VarMode.ACQUIRE);
    assertThat(Mode.RELEASE).isEqualTo(VarMode.RELEASE);
    assertThat(Mode.IF_DONE).isEqualTo(VarMode.IF_DONE);
    assertThat(Mode.PLAIN_READ).isEqualTo(VarMode.PLAIN_READ);
    assertThat(Mode.PLAIN_WRITE).isEqualTo(VarMode.PLAIN_WRITE);
    assertThat(Mode.OPAQUE_READ).isEqualTo(VarMode.OPAQUE_READ);
    assertThat(Mode.OPAQUE_WRITE).isEqualTo(VarMode.OPAQUE_WRITE);
  }

  private static Row row(String line) throws IOException {
    return Catalog.parse(new StringReader(line), "test").rows().get(0);
  }

  private static boolean hasAll(Class<?> type, Set<String> methods) {
    Set<String> present = new TreeSet<>();
    for (var method : type.getMethods()) {
      if (Modifier.isStatic(method.getModifiers())) {
        present.add(method.getName() + org.objectweb.asm.Type.getMethodDescriptor(method));
      }
    }
    return present.containsAll(methods);
  }

  private static List<String> members(byte[] bytes) {
    List<String> members = new ArrayList<>();
    new ClassReader(bytes)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public FieldVisitor visitField(int a, String n, String d, String s, Object v) {
                members.add(a + n + d + s);
                return null;
              }

              @Override
              public MethodVisitor visitMethod(int a, String n, String d, String s, String[] e) {
                members.add(a + n + d + s);
                return null;
              }
            },
            0);
    return members;
  }

  private static Set<String> calls(byte[] bytes, String owner) {
    Set<String> calls = new TreeSet<>();
    new ClassReader(bytes)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public MethodVisitor visitMethod(int a, String n, String d, String s, String[] e) {
                return new MethodVisitor(Opcodes.ASM9) {
                  @Override
                  public void visitMethodInsn(int op, String o, String m, String md, boolean itf) {
                    if (o.equals(owner)) {
                      calls.add(m + md);
                    }
                  }
                };
              }
            },
            0);
    return calls;
  }
}
