package io.racewatch.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

class MethodFactsTest {
  private static final LoaderTypes TYPES = new LoaderTypes();

  /** Operands of these are looked at; what they are follows from their first word. */
  static class Subject {
    private final int[] kept = new int[4];
    private int[][] grid = new int[2][2];
    private Object lock = new Object();
    private int plain;

    int field(int i) {
      return kept[i];
    }

    int nested(int i) {
      return grid[i][i];
    }

    int parameter(int[] given) {
      return given[0];
    }

    int local() {
      int[] own = new int[3];
      own[1] = 2;
      return own[1] + own.length;
    }

    int[] returned() {
      int[] own = new int[3];
      own[1] = 2;
      return own;
    }

    int captured() {
      int[] own = new int[3];
      own[1] = 2;
      IntSupplier later = () -> own[0];
      return later.getAsInt();
    }

    int either(boolean which) {
      int[] own = new int[1];
      int[] used = which ? own : kept;
      return used[0];
    }

    int loop(int rounds) {
      int sum = 0;
      for (int i = 0; i < rounds; i++) {
        int[] own = new int[1];
        own[0] = i;
        sum += own[0];
      }
      return sum;
    }

    void monitor() {
      synchronized (lock) {
        plain++;
      }
    }

    String builder() {
      StringBuilder text = new StringBuilder();
      text.append("a").append(plain);
      return text.toString();
    }

    int collection() {
      List<String> list = new ArrayList<>();
      list.add("x");
      int size = 0;
      for (Iterator<String> each = list.iterator(); each.hasNext(); ) {
        size += each.next().length();
      }
      return size;
    }

    List<String> givenAway() {
      List<String> list = new ArrayList<>();
      list.add("x");
      return list;
    }

    Object streamed() {
      List<String> list = new ArrayList<>();
      list.add("x");
      return list.stream();
    }
  }

  @Test
  void arraysAreNamedByTheirField() {
    Origin origin = operand("field", Opcodes.IALOAD, 1);

    assertThat(origin.kind()).isEqualTo(Origin.Kind.FIELD);
    assertThat(origin.name()).isEqualTo("kept");
    assertThat(origin.viaFinal()).isTrue();
    assertThat(operand("nested", Opcodes.IALOAD, 1).kind()).isEqualTo(Origin.Kind.ELEMENT);
    assertThat(operand("nested", Opcodes.IALOAD, 1).name()).isEqualTo("grid");
    assertThat(operand("nested", Opcodes.IALOAD, 1).viaFinal()).isFalse();
  }

  @Test
  void otherArraysHaveTheirType() {
    Origin origin = operand("parameter", Opcodes.IALOAD, 1);

    assertThat(origin.kind()).isEqualTo(Origin.Kind.OTHER);
    assertThat(origin.descriptor()).isEqualTo("[I");
  }

  @Test
  void anArrayStaysLocalUnlessItIsGivenAwayOrMixedUp() {
    assertThat(stays("local", Opcodes.IASTORE, 2)).isTrue();
    assertThat(stays("loop", Opcodes.IASTORE, 2)).isTrue();
    assertThat(stays("returned", Opcodes.IASTORE, 2)).isFalse();
    assertThat(stays("captured", Opcodes.IASTORE, 2)).isFalse();
    assertThat(stays("either", Opcodes.IALOAD, 1)).isFalse();
  }

  @Test
  void locksAreNamedByTheirField() {
    assertThat(operand("monitor", Opcodes.MONITORENTER, 0).name()).isEqualTo("lock");
    assertThat(operand("monitor", Opcodes.MONITOREXIT, 0).name()).isEqualTo("lock");
  }

  @Test
  void libraryObjectsStayLocalThroughTheirOwnMethods() {
    assertThat(staysAtCall("builder", "toString", 0)).isTrue();
    assertThat(staysAtCall("collection", "add", 1)).isTrue();
    assertThat(staysAtCall("collection", "next", 0)).isTrue();
    assertThat(staysAtCall("givenAway", "add", 1)).isFalse();
    assertThat(staysAtCall("streamed", "add", 1)).isFalse();
  }

  private static final Map<String, MethodNode> METHODS = methods();

  private static Map<String, MethodNode> methods() {
    ClassNode type = new ClassNode();
    String file = "MethodFactsTest$Subject.class";
    try (InputStream in = MethodFactsTest.class.getResourceAsStream(file)) {
      new ClassReader(in).accept(type, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    Map<String, MethodNode> methods = new HashMap<>();
    type.methods.forEach(method -> methods.put(method.name, method));
    return methods;
  }

  private static MethodFacts facts(String method) {
    TypeIndex types = TYPES.of(MethodFactsTest.class.getClassLoader());
    String owner = Subject.class.getName().replace('.', '/');
    return MethodFacts.of(owner, METHODS.get(method), types);
  }

  private static int number(String method, int opcode, String called) {
    int number = -1;
    for (AbstractInsnNode insn : METHODS.get(method).instructions) {
      number += insn.getOpcode() >= 0 ? 1 : 0;
      boolean isCall = insn instanceof MethodInsnNode call && call.name.equals(called);
      if (insn.getOpcode() == opcode || isCall) {
        return number;
      }
    }
    throw new AssertionError("no such instruction in " + method);
  }

  private static Origin operand(String method, int opcode, int depth) {
    return facts(method).operand(number(method, opcode, null), depth);
  }

  private static boolean stays(String method, int opcode, int depth) {
    return facts(method).staysLocal(operand(method, opcode, depth));
  }

  private static boolean staysAtCall(String method, String called, int depth) {
    MethodFacts facts = facts(method);
    return facts.staysLocal(facts.operand(number(method, -2, called), depth));
  }
}
