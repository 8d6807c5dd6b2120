package io.racewatch.instrument.tape;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/** Links method references to bridges whose hooks are those of the tape. */
public final class MethodReferences {
  private MethodReferences() {}

  /** As the runtime's, without its ways out. */
  public static CallSite link(
      MethodHandles.Lookup lookup, String name, MethodType type, Object... arguments)
      throws Throwable {
    byte[] file = ((String) arguments[0]).getBytes(StandardCharsets.ISO_8859_1);
    MethodHandles.Lookup inside =
        lookup.defineHiddenClass(onTape(file), false, MethodHandles.Lookup.ClassOption.NESTMATE);
    MethodType made = type.changeReturnType(void.class);
    return new ConstantCallSite(inside.findConstructor(inside.lookupClass(), made).asType(type));
  }

  /** Leads the hooks of a class to their doubles. */
  public static byte[] onTape(byte[] woven) {
    ClassWriter writer = new ClassWriter(0);
    Remapper names =
        new Remapper(Opcodes.ASM9) {
          @Override
          public String map(String name) {
            return name.replace("io/racewatch/runtime/", "io/racewatch/instrument/tape/");
          }
        };
    new ClassReader(woven).accept(new ClassRemapper(writer, names), 0);
    return writer.toByteArray();
  }
}
