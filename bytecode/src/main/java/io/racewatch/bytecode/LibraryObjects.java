package io.racewatch.bytecode;

import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Objects of the JDK that a method may make and use for itself alone: builders, collections,
 * formats. Their own methods pass them to nobody; some return the object itself or a view of it.
 */
final class LibraryObjects {
  private static final Set<String> ITSELF_OR_VIEW =
      Set.of(
          "java/lang/StringBuilder",
          "java/lang/StringBuffer",
          "java/util/Iterator",
          "java/util/ListIterator",
          "java/util/Collection",
          "java/util/List",
          "java/util/Set",
          "java/util/Map");

  private static final Set<String> ELEMENTS =
      Set.of("java/lang/Object", "java/lang/String", "[Ljava/lang/Object;", "java/util/Map$Entry");

  private LibraryObjects() {}

  /** Whether objects of this class are followed. */
  static boolean isOne(String internalName) {
    return internalName.startsWith("java/util/")
        || internalName.startsWith("java/text/")
        || internalName.startsWith("java/lang/StringBu");
  }

  /** Whether the receiver of a call is used by the call alone. */
  static boolean keepsReceiver(MethodInsnNode call) {
    if (call.getOpcode() == Opcodes.INVOKESTATIC || !call.owner.startsWith("java/")) {
      return false;
    }
    Type result = Type.getReturnType(call.desc);
    if (result.getSort() != Type.OBJECT && result.getSort() != Type.ARRAY) {
      return true;
    }
    String name = result.getInternalName();
    return ELEMENTS.contains(name) || ITSELF_OR_VIEW.contains(name);
  }

  /** Descriptor of the result if it may be the receiver or a view of it, else null. */
  static String receiverAgain(MethodInsnNode call) {
    Type result = Type.getReturnType(call.desc);
    boolean again =
        result.getSort() == Type.OBJECT && ITSELF_OR_VIEW.contains(result.getInternalName());
    return again ? result.getDescriptor() : null;
  }
}
