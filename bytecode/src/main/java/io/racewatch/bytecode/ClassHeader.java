package io.racewatch.bytecode;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The part of a class file that other classes see. Immutable. */
public final class ClassHeader {
  private final String name;
  private final int access;
  private final String superName;
  private final List<String> interfaces;
  private final boolean jdk;
  private final boolean initializer;
  private final boolean defaults;
  private final boolean clone;
  private final Map<String, Integer> fields;
  private final Set<String> overloaded;

  private ClassHeader(Collector from, boolean jdk) {
    this.name = from.name;
    this.access = from.access;
    this.superName = from.superName;
    this.interfaces = from.interfaces;
    this.initializer = from.initializer;
    this.defaults = from.defaults;
    this.clone = from.clone;
    this.fields = from.fields.isEmpty() ? Map.of() : from.fields;
    this.overloaded = from.overloaded.isEmpty() ? Set.of() : from.overloaded;
    this.jdk = jdk;
  }

  /**
   * Reads a header.
   *
   * @param reader a class file
   * @param jdk true if the class belongs to the JDK
   * @throws RuntimeException if the class file is malformed
   */
  public static ClassHeader of(ClassReader reader, boolean jdk) {
    Collector collector = new Collector();
    reader.accept(
        collector, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return new ClassHeader(collector, jdk);
  }

  /** Internal name. */
  public String name() {
    return name;
  }

  public boolean isInterface() {
    return (access & Opcodes.ACC_INTERFACE) != 0;
  }

  /** Internal name; null for java/lang/Object alone. */
  public String superName() {
    return superName;
  }

  /** Internal names. */
  public List<String> interfaces() {
    return interfaces;
  }

  /** True for a class of the JDK. */
  public boolean jdk() {
    return jdk;
  }

  /** True if the class has a static initializer. */
  public boolean hasInitializer() {
    return initializer;
  }

  /** True if there are instance methods with code; an interface has them as default methods. */
  public boolean hasDefaults() {
    return defaults;
  }

  /** True if the class has a {@code clone()} of its own. */
  public boolean hasClone() {
    return clone;
  }

  /** True if an object of it has fields of this class that are not final. */
  public boolean hasPlainFields() {
    for (int flags : fields.values()) {
      if ((flags & (Opcodes.ACC_STATIC | Opcodes.ACC_FINAL)) == 0) {
        return true;
      }
    }
    return false;
  }

  /** The field's access flags, or -1 if this class does not declare it. */
  public int fieldAccess(String field, String descriptor) {
    Integer flags = fields.get(key(field, descriptor));
    return flags == null ? -1 : flags;
  }

  /**
   * True if the class declares several fields of that name, told apart by type only. No source
   * language allows it, shrinkers make such classes.
   */
  public boolean isOverloaded(String field) {
    return overloaded.contains(field);
  }

  private static String key(String field, String descriptor) {
    return field.concat(":").concat(descriptor);
  }

  private static final class Collector extends ClassVisitor {
    private final Map<String, Integer> fields = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> overloaded = new HashSet<>();
    private String name;
    private int access;
    private String superName;
    private List<String> interfaces = List.of();
    private boolean initializer;
    private boolean defaults;
    private boolean clone;

    Collector() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visit(
        int version, int flags, String internal, String sign, String parent, String[] types) {
      name = internal;
      access = flags;
      superName = parent;
      interfaces = types == null ? List.of() : List.of(types);
    }

    @Override
    public FieldVisitor visitField(
        int flags, String field, String descriptor, String signature, Object value) {
      fields.put(key(field, descriptor), flags);
      if (!names.add(field)) {
        overloaded.add(field);
      }
      return null;
    }

    @Override
    public MethodVisitor visitMethod(
        int flags, String method, String descriptor, String signature, String[] exceptions) {
      defaults |= (flags & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_STATIC)) == 0;
      initializer |= method.equals("<clinit>");
      clone |= method.equals("clone") && descriptor.equals("()Ljava/lang/Object;");
      return null;
    }
  }
}
