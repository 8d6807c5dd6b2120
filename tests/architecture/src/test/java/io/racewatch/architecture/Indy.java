package io.racewatch.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Finds invokedynamic: its first call at a place runs much of java.lang.invoke, in a hook too. */
final class Indy {
  private static final String RECORD_METHODS = "java/lang/runtime/ObjectMethods";

  private Indy() {}

  /** Methods that use it, except for what the compiler adds to records. */
  static List<String> uses(JavaClasses classes, String root) throws IOException {
    List<String> found = new ArrayList<>();
    for (JavaClass each : classes) {
      if (each.getPackageName().startsWith(root)) {
        try (InputStream in = each.getSource().orElseThrow().getUri().toURL().openStream()) {
          new ClassReader(in).accept(new Finder(each.getName(), found), ClassReader.SKIP_DEBUG);
        }
      }
    }
    return found;
  }

  private static final class Finder extends ClassVisitor {
    private final String type;
    private final List<String> found;

    Finder(String type, List<String> found) {
      super(Opcodes.ASM9);
      this.type = type;
      this.found = found;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String method, String descriptor, String signature, String[] exceptions) {
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public void visitInvokeDynamicInsn(
            String name, String descriptor, Handle bootstrap, Object... arguments) {
          if (!bootstrap.getOwner().equals(RECORD_METHODS)) {
            found.add(type + "." + method);
          }
        }
      };
    }
  }
}
