package io.racewatch.code.calls;

import io.racewatch.code.facts.MethodBody;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;

/** One class of the program. Immutable but for its bodies, which a second reading may replace. */
public final class ClassFacts {
  private final String name;
  private final int access;
  private final String superName;
  private final List<String> interfaces;
  private final String source;
  private final boolean own;
  private final Map<String, Field> fields;
  private final Map<String, String> annotations;
  private final Map<String, MethodBody> bodies = new HashMap<>();
  private final Map<String, Integer> methods;

  /**
   * A field.
   *
   * @param name its name
   * @param descriptor its descriptor
   * @param access its flags
   * @param annotations simple names and values
   */
  public record Field(String name, String descriptor, int access, Map<String, String> annotations) {
    public boolean has(int flag) {
      return (access & flag) != 0;
    }
  }

  ClassFacts(ClassShape shape, boolean own) {
    this.name = shape.name();
    this.access = shape.access();
    this.superName = shape.superName();
    this.interfaces = shape.interfaces();
    this.source = shape.source();
    this.fields = shape.fields();
    this.annotations = shape.annotations();
    this.methods = shape.methods();
    this.own = own;
  }

  /** Internal name. */
  public String name() {
    return name;
  }

  public String superName() {
    return superName;
  }

  public List<String> interfaces() {
    return interfaces;
  }

  /** Source file, empty if unknown. */
  public String source() {
    return source;
  }

  /** Whether it is the user's own code. */
  public boolean own() {
    return own;
  }

  public boolean has(int flag) {
    return (access & flag) != 0;
  }

  public boolean isInterface() {
    return has(Opcodes.ACC_INTERFACE);
  }

  /** Declared fields by name. */
  public Map<String, Field> fields() {
    return fields;
  }

  /** Simple names of annotations, with the value if there is one. */
  public Map<String, String> annotations() {
    return annotations;
  }

  /** Flags of a declared method by name and descriptor; null if there is none. */
  public Integer method(String signature) {
    return methods.get(signature);
  }

  /** What its methods do, by name and descriptor. */
  public Map<String, MethodBody> bodies() {
    return bodies;
  }
}
