package io.racewatch.instrument.weave;

import io.racewatch.bytecode.Origin;
import io.racewatch.runtime.Sites;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * What an array is called in a report: the field that held it, or else its type.
 *
 * @param owner internal name of the class, or the type such as {@code int[]}
 * @param field empty if not known
 * @param flags of the site
 */
record ArrayName(String owner, String field, int flags) {
  private static final String[] TYPES = {
    "int[]", "long[]", "float[]", "double[]", "java.lang.Object[]", "byte[]", "char[]", "short[]"
  };

  static ArrayName of(Origin origin, int opcode) {
    boolean isLoad = opcode <= Opcodes.SALOAD;
    return of(origin, TYPES[opcode - (isLoad ? Opcodes.IALOAD : Opcodes.IASTORE)]);
  }

  /**
   * Of an operand.
   *
   * @param type what to say where even the type is not known
   */
  static ArrayName of(Origin origin, String type) {
    switch (origin.kind()) {
      case FIELD, ELEMENT:
        return new ArrayName(
            origin.owner(), origin.name(), origin.viaFinal() ? Sites.VIA_FINAL : 0);
      default:
        String descriptor = origin.descriptor();
        boolean known = descriptor != null && descriptor.startsWith("[");
        String owner = known ? Type.getType(descriptor).getClassName() : type;
        return new ArrayName(owner, "", 0);
    }
  }

  boolean isSame(ArrayName other) {
    return owner.equals(other.owner) && field.equals(other.field) && flags == other.flags;
  }

  int site(Code code) {
    return code.sites.add(Sites.ELEMENT, owner, field, flags);
  }
}
