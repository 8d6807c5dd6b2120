package io.racewatch.weaving.fuzz;

import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Changes a class file here and there, as the fuzzer's bytes say; many results still link. */
final class Edits implements Opcodes {
  private static final int MOST = 4;
  private static final int[] PLAIN = {
    NOP,
    POP,
    DUP,
    ACONST_NULL,
    ICONST_0,
    ICONST_1,
    SWAP,
    DUP_X1,
    DUP2,
    MONITORENTER,
    MONITOREXIT,
    ARRAYLENGTH,
    ATHROW,
    RETURN,
    ARETURN,
    IRETURN,
    I2L,
    L2I,
    DUP_X2,
    POP2,
    DUP2_X1,
    IALOAD,
    AALOAD
  };
  private static final int[] VERSIONS = {45, 46, 48, 49, 50, 51, 52, 55, 61, 69};
  private static final int[] MEMBER_BITS = {
    ACC_STATIC, ACC_FINAL, ACC_SYNCHRONIZED, ACC_VOLATILE, ACC_SYNTHETIC, ACC_TRANSIENT, ACC_PRIVATE
  };

  private final Bytes in;
  private boolean code;

  Edits(Bytes in) {
    this.in = in;
  }

  /** The changed class file; null if no class file can be made of it. */
  byte[] of(byte[] classFile) {
    ClassNode node = new ClassNode();
    try {
      new ClassReader(classFile).accept(node, 0);
      boolean anew = in.below(3) == 0;
      int edits = 1 + in.below(MOST);
      for (int i = 0; i < edits && in.hasMore(); i++) {
        edit(node);
      }
      boolean frames = code && anew && (node.version & 0xFFFF) >= V1_6;
      ClassWriter writer = new Writer(frames ? ClassWriter.COMPUTE_FRAMES : maxs());
      node.accept(writer);
      return writer.toByteArray();
    } catch (RuntimeException impossible) {
      // ASM cannot write it: a jump to a removed label, a stack below empty.
      return null;
    }
  }

  private int maxs() {
    return code ? ClassWriter.COMPUTE_MAXS : 0;
  }

  private void edit(ClassNode node) {
    int kind = in.below(12);
    if (kind == 0) {
      node.version = VERSIONS[in.below(VERSIONS.length)];
    } else if (kind == 1 && !node.fields.isEmpty()) {
      FieldNode field = node.fields.get(in.below(node.fields.size()));
      field.access ^= MEMBER_BITS[in.below(MEMBER_BITS.length)];
    } else if (!node.methods.isEmpty()) {
      MethodNode method = node.methods.get(in.below(node.methods.size()));
      if (kind == 2) {
        method.access ^= MEMBER_BITS[in.below(3)];
      } else if (method.instructions.size() > 0) {
        code = true;
        edit(kind, method);
      }
    }
  }

  private void edit(int kind, MethodNode method) {
    InsnList list = method.instructions;
    AbstractInsnNode at = list.get(in.below(list.size()));
    switch (kind) {
      case 3 -> list.remove(at);
      case 4 -> list.insert(at, new InsnNode(PLAIN[in.below(PLAIN.length)]));
      case 5 -> retarget(at, list);
      case 6 -> swap(at, list);
      case 7 -> opcode(at, list);
      case 8 -> protect(method);
      case 9 -> list.insert(at, new JumpInsnNode(GOTO, label(list)));
      case 10 -> local(at);
      default -> repeat(at, list);
    }
  }

  private void retarget(AbstractInsnNode at, InsnList list) {
    if (at instanceof JumpInsnNode jump) {
      jump.label = label(list);
    }
  }

  private static void swap(AbstractInsnNode at, InsnList list) {
    AbstractInsnNode next = at.getNext();
    if (next != null) {
      list.remove(at);
      list.insert(next, at);
    }
  }

  private void opcode(AbstractInsnNode at, InsnList list) {
    if (at instanceof InsnNode) {
      list.set(at, new InsnNode(PLAIN[in.below(PLAIN.length)]));
    } else if (at instanceof JumpInsnNode jump && jump.getOpcode() <= IF_ACMPNE) {
      jump.setOpcode(IFEQ + in.below(14));
    }
  }

  private void local(AbstractInsnNode at) {
    if (at instanceof VarInsnNode use) {
      use.var = in.below(8);
    }
  }

  /** The same instructions once more. */
  private void repeat(AbstractInsnNode at, InsnList list) {
    AbstractInsnNode one = at;
    for (int i = in.below(4); i >= 0 && one != null; i--) {
      AbstractInsnNode next = one.getNext();
      if (one.getOpcode() >= 0 && !(one instanceof JumpInsnNode)) {
        try {
          list.insert(at, one.clone(java.util.Map.of()));
        } catch (RuntimeException aboutLabels) {
          return;
        }
      }
      one = next;
    }
  }

  private void protect(MethodNode method) {
    LabelNode handler = label(method.instructions);
    LabelNode from = label(method.instructions);
    LabelNode to = label(method.instructions);
    method.tryCatchBlocks.add(new TryCatchBlockNode(from, to, handler, "java/lang/Throwable"));
  }

  private LabelNode label(InsnList list) {
    List<LabelNode> labels = new java.util.ArrayList<>();
    for (AbstractInsnNode one : list) {
      if (one instanceof LabelNode label) {
        labels.add(label);
      }
    }
    if (labels.isEmpty()) {
      LabelNode label = new LabelNode();
      list.insert(label);
      return label;
    }
    return labels.get(in.below(labels.size()));
  }

  private static final class Writer extends ClassWriter {
    Writer(int flags) {
      super(flags);
    }

    @Override
    protected String getCommonSuperClass(String one, String other) {
      return "java/lang/Object";
    }
  }
}
