package io.racewatch.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Class files made for this test, each of which breaks a rule. */
final class Planted {
  private final Path folder;

  Planted(Path folder) {
    this.folder = folder;
  }

  /** A class with a field of another type. */
  Planted uses(String name, String type) throws IOException {
    ClassWriter writer = start(name);
    writer.visitField(0, "field", "L" + slashes(type) + ";", null, null).visitEnd();
    return write(name, writer);
  }

  /** A class that reads a static field. */
  Planted reads(String name, String owner, String field, String type) throws IOException {
    ClassWriter writer = start(name);
    MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "m", "()V", null, null);
    method.visitCode();
    method.visitFieldInsn(Opcodes.GETSTATIC, slashes(owner), field, "L" + slashes(type) + ";");
    method.visitInsn(Opcodes.POP);
    end(method);
    return write(name, writer);
  }

  /** A class with an invokedynamic. */
  Planted indy(String name) throws IOException {
    ClassWriter writer = start(name);
    MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "m", "()V", null, null);
    method.visitCode();
    method.visitInvokeDynamicInsn(
        "run",
        "()Ljava/lang/Runnable;",
        new Handle(Opcodes.H_INVOKESTATIC, "java/lang/invoke/Any", "any", "()V", false));
    method.visitInsn(Opcodes.POP);
    end(method);
    return write(name, writer);
  }

  JavaClasses read() {
    return new ClassFileImporter().importPath(folder);
  }

  private static ClassWriter start(String name) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V17, Opcodes.ACC_SUPER, slashes(name), null, "java/lang/Object", null);
    return writer;
  }

  private static void end(MethodVisitor method) {
    method.visitInsn(Opcodes.RETURN);
    method.visitMaxs(1, 0);
    method.visitEnd();
  }

  private Planted write(String name, ClassWriter writer) throws IOException {
    writer.visitEnd();
    Path file = folder.resolve(slashes(name) + ".class");
    Files.createDirectories(file.getParent());
    Files.write(file, writer.toByteArray());
    return this;
  }

  private static String slashes(String name) {
    return name.replace('.', '/');
  }
}
