package io.racewatch.instrument.weave;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** A local that one probe uses for itself. */
final class Temp {
  final int index;
  final Type type;

  /** Whether it holds its value here, for frames. */
  boolean live;

  Temp(int index, Type type) {
    this.index = index;
    this.type = type;
  }

  /** How a frame says it. */
  Object frameType() {
    if (!live) {
      return Opcodes.TOP;
    }
    switch (type.getSort()) {
      case Type.LONG:
        return Opcodes.LONG;
      case Type.DOUBLE:
        return Opcodes.DOUBLE;
      case Type.FLOAT:
        return Opcodes.FLOAT;
      case Type.ARRAY, Type.OBJECT:
        return type.getInternalName();
      default:
        return Opcodes.INTEGER;
    }
  }
}
