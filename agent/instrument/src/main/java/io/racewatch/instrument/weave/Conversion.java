package io.racewatch.instrument.weave;

import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;

/** The conversions that the factory of lambdas makes between types of method references. */
final class Conversion {
  private static final Type OBJECT = Type.getObjectType("java/lang/Object");

  private Conversion() {}

  /** Makes one type of another: by widening, boxing, unboxing or a cast; of anything nothing. */
  static void write(GeneratorAdapter code, Type from, Type to) {
    if (from.equals(to)) {
      return;
    }
    if (to == Type.VOID_TYPE) {
      // value
      if (from.getSize() == 2) {
        code.pop2();
      } else if (from.getSize() == 1) {
        code.pop();
      }
      // -
    } else if (isPrimitive(from) && isPrimitive(to)) {
      widen(code, from, to);
    } else if (isPrimitive(from)) {
      code.valueOf(from);
    } else if (isPrimitive(to)) {
      unbox(code, from, to);
    } else if (!to.equals(OBJECT)) {
      code.checkCast(to);
    }
  }

  private static void widen(GeneratorAdapter code, Type from, Type to) {
    boolean ints = from.getSort() < Type.INT && to.getSort() <= Type.INT;
    if (!ints) {
      code.cast(from, to);
    }
  }

  private static void unbox(GeneratorAdapter code, Type from, Type to) {
    Type held = held(from);
    if (held == null) {
      code.unbox(to); // an Object, or a Number: what is wanted must be in it
    } else {
      code.unbox(held);
      write(code, held, to);
    }
  }

  /** What a box of that type holds; null if it is none. */
  private static Type held(Type box) {
    return switch (box.getInternalName()) {
      case "java/lang/Integer" -> Type.INT_TYPE;
      case "java/lang/Long" -> Type.LONG_TYPE;
      case "java/lang/Double" -> Type.DOUBLE_TYPE;
      case "java/lang/Float" -> Type.FLOAT_TYPE;
      case "java/lang/Short" -> Type.SHORT_TYPE;
      case "java/lang/Byte" -> Type.BYTE_TYPE;
      case "java/lang/Character" -> Type.CHAR_TYPE;
      case "java/lang/Boolean" -> Type.BOOLEAN_TYPE;
      default -> null;
    };
  }

  private static boolean isPrimitive(Type type) {
    return type.getSort() < Type.ARRAY;
  }
}
