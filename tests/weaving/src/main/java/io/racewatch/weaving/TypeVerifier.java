package io.racewatch.weaving;

import io.racewatch.bytecode.ClassHeader;
import io.racewatch.bytecode.TypeIndex;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.analysis.SimpleVerifier;

/** ASM's verifier, asking class files for types instead of loading them. Not thread-safe. */
final class TypeVerifier extends SimpleVerifier {
  private static final Type OBJECT = Type.getObjectType("java/lang/Object");

  private final TypeIndex types;

  TypeVerifier(ClassHeader current, TypeIndex types) {
    super(
        Opcodes.ASM9,
        Type.getObjectType(current.name()),
        current.superName() == null ? null : Type.getObjectType(current.superName()),
        current.interfaces().stream().map(Type::getObjectType).toList(),
        current.isInterface());
    this.types = types;
  }

  @Override
  protected boolean isInterface(Type type) {
    ClassHeader header = header(type);
    return header != null && header.isInterface();
  }

  @Override
  protected Type getSuperClass(Type type) {
    ClassHeader header = header(type);
    if (header == null) {
      return type.equals(OBJECT) ? null : OBJECT;
    }
    return header.superName() == null ? null : Type.getObjectType(header.superName());
  }

  @Override
  protected boolean isAssignableFrom(Type to, Type from) {
    if (to.equals(from) || to.equals(OBJECT)) {
      return true;
    }
    if (isArray(to) && isArray(from)) {
      return elementsAssignable(to, from);
    }
    if (isArray(to)) {
      return false;
    }
    ClassHeader target = header(to);
    if (target == null || target.isInterface()) {
      // The JVM lets every reference pass as an interface; what is missing cannot be judged.
      return true;
    }
    return isArray(from) ? false : extendsKnown(from, to);
  }

  private boolean elementsAssignable(Type to, Type from) {
    Type toElement = Type.getType(to.getDescriptor().substring(1));
    Type fromElement = Type.getType(from.getDescriptor().substring(1));
    if (toElement.getSort() < Type.ARRAY || fromElement.getSort() < Type.ARRAY) {
      return toElement.equals(fromElement);
    }
    return isAssignableFrom(toElement, fromElement);
  }

  private boolean extendsKnown(Type from, Type to) {
    String at = from.getInternalName();
    while (at != null) {
      if (at.equals(to.getInternalName())) {
        return true;
      }
      ClassHeader header = types.header(at);
      if (header == null) {
        return true;
      }
      at = header.superName();
    }
    return false;
  }

  private ClassHeader header(Type type) {
    return isArray(type) ? null : types.header(type.getInternalName());
  }

  private static boolean isArray(Type type) {
    return type.getSort() == Type.ARRAY;
  }
}
