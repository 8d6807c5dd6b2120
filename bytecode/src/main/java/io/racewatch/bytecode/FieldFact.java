package io.racewatch.bytecode;

import org.objectweb.asm.Opcodes;

/**
 * A field as its declaring class file tells it.
 *
 * @param owner the class that declares it
 * @param access its flags
 */
public record FieldFact(ClassHeader owner, int access) {
  public boolean isFinal() {
    return (access & Opcodes.ACC_FINAL) != 0;
  }

  public boolean isVolatile() {
    return (access & Opcodes.ACC_VOLATILE) != 0;
  }

  public boolean isSynthetic() {
    return (access & Opcodes.ACC_SYNTHETIC) != 0;
  }
}
