package io.racewatch.bytecode;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

/** Follows the data flow of those methods of a class that somebody wants to know about. */
public final class FactsReader {
  private FactsReader() {}

  /** Who wants to know. */
  public interface Client {
    boolean wants(String method, String descriptor);

    void found(String method, String descriptor, MethodFacts facts);
  }

  /**
   * Reads the facts one method after the other.
   *
   * @param owner internal name of the class
   */
  public static void read(ClassReader reader, String owner, TypeIndex types, Client client) {
    ClassVisitor visitor =
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] thrown) {
            return client.wants(name, descriptor)
                ? new Followed(access, name, descriptor, owner, types, client)
                : null;
          }
        };
    reader.accept(visitor, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
  }

  private static final class Followed extends MethodNode {
    private final String owner;
    private final TypeIndex types;
    private final Client client;

    Followed(
        int access, String name, String descriptor, String owner, TypeIndex types, Client client) {
      super(Opcodes.ASM9, access, name, descriptor, null, null);
      this.owner = owner;
      this.types = types;
      this.client = client;
    }

    @Override
    public void visitEnd() {
      super.visitEnd();
      client.found(name, desc, MethodFacts.of(owner, this, types));
    }
  }
}
