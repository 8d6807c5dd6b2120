package io.racewatch.weaving;

import io.racewatch.bytecode.ClassHeader;
import io.racewatch.bytecode.TypeIndex;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.util.CheckClassAdapter;

/** Judges a class file without loading a class. */
final class AsmCheck {
  private AsmCheck() {}

  /** What is wrong with the class, or null. */
  static String fault(byte[] classFile, TypeIndex types) {
    ClassReader reader = new ClassReader(classFile);
    ClassHeader header = ClassHeader.of(reader, false);
    ClassNode node = new ClassNode();
    try {
      // With data flow this also compares the stack maps with the code.
      reader.accept(new CheckClassAdapter(Opcodes.ASM9, node, true) {}, ClassReader.SKIP_DEBUG);
    } catch (RuntimeException e) {
      return "structure: " + firstLine(e);
    }
    for (MethodNode method : node.methods) {
      try {
        new Analyzer<>(new TypeVerifier(header, types)).analyze(node.name, method);
      } catch (AnalyzerException | RuntimeException e) {
        return method.name + method.desc + ": " + firstLine(e);
      }
    }
    return null;
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse(e.toString());
  }
}
