package io.racewatch.instrument.jdk;

import io.racewatch.model.catalog.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Weaves the rows of one class into its bytes. The same bytes and rows give the same result. */
final class BodyWeaver {
  private BodyWeaver() {}

  /**
   * A woven class.
   *
   * @param bytes the class file; the original one if no row met anything
   * @param lost rows that met nothing in this class
   */
  record Woven(byte[] bytes, List<Row> lost) {}

  static Woven weave(byte[] original, List<Row> rows) {
    ClassReader reader = new ClassReader(original);
    ClassShape shape = ClassShape.of(reader);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    Set<Row> met = Collections.newSetFromMap(new IdentityHashMap<>());
    reader.accept(visitor(reader.getClassName(), writer, shape, rows, met), 0);
    List<Row> lost = new ArrayList<>();
    for (Row row : rows) {
      if (!met.contains(row)) {
        lost.add(row);
      }
    }
    return new Woven(met.isEmpty() ? original : writer.toByteArray(), lost);
  }

  private static ClassVisitor visitor(
      String owner, ClassWriter writer, ClassShape shape, List<Row> rows, Set<Row> met) {
    return new ClassVisitor(Opcodes.ASM9, writer) {
      @Override
      public MethodVisitor visitMethod(
          int access, String name, String descriptor, String signature, String[] exceptions) {
        MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
        MethodPlan plan = MethodPlan.of(owner, shape, access, name, descriptor, rows);
        return plan.rows().isEmpty() ? next : new BodyVisitor(next, plan, met);
      }
    };
  }
}
