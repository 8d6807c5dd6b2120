package io.racewatch.code.calls;

import java.util.Map;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Opcodes;

/** Puts an annotation's simple name and its {@code value} into a map; several are joined by ','. */
final class Notes extends AnnotationVisitor {
  private final String name;
  private final Map<String, String> to;

  Notes(String descriptor, Map<String, String> to) {
    super(Opcodes.ASM9);
    this.name = simple(descriptor);
    this.to = to;
    to.putIfAbsent(name, "");
  }

  static String simple(String descriptor) {
    int from = Math.max(descriptor.lastIndexOf('/'), descriptor.lastIndexOf('$'));
    return descriptor.substring(Math.max(from + 1, 1), descriptor.length() - 1);
  }

  @Override
  public void visit(String key, Object value) {
    if (key == null || key.equals("value")) {
      to.merge(name, String.valueOf(value), (old, more) -> old.isEmpty() ? more : old + "," + more);
    }
  }

  @Override
  public AnnotationVisitor visitArray(String key) {
    return key.equals("value") ? this : null;
  }
}
