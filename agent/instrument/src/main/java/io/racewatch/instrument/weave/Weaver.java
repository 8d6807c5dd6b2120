package io.racewatch.instrument.weave;

import io.racewatch.bytecode.ClassHeader;
import io.racewatch.bytecode.TypeIndex;
import io.racewatch.instrument.plan.Spared;
import io.racewatch.model.catalog.Catalog;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodTooLargeException;

/**
 * Weaves class files. The same class file in the same mode gets the same members each time.
 * Immutable; safe from several threads at once.
 */
public final class Weaver {
  private final Catalog catalog;
  private final Spared spared;

  public Weaver(Catalog catalog) {
    this(catalog, Spared.NONE);
  }

  /** One that leaves out checks that a plan spares. */
  public Weaver(Catalog catalog, Spared spared) {
    this.catalog = catalog;
    this.spared = spared;
  }

  /** Weaves a class that has no sites yet. */
  public Woven weave(byte[] classFile, TypeIndex types, WeaveMode mode) {
    return weave(classFile, types, mode, SiteBlock.fresh());
  }

  /**
   * Weaves a class.
   *
   * @param sites those to use again; gets those that are used
   * @param types what is known of other classes; the class itself is added to it
   * @throws RuntimeException if the class file cannot be read or becomes too large
   */
  public Woven weave(byte[] classFile, TypeIndex types, WeaveMode mode, SiteBlock sites) {
    ClassReader reader = new ClassReader(classFile);
    ClassHeader header = ClassHeader.of(reader, false);
    types.add(header);
    ClassShape shape = new ClassShape(header, reader.readShort(6), mode, sites);
    Levels levels = new Levels();
    List<String> left = new ArrayList<>();
    while (true) {
      String blamed;
      RuntimeException failure;
      try {
        return attempt(reader, shape, types, levels, left);
      } catch (MethodTooLargeException e) {
        blamed = Levels.key(e.getMethodName(), e.getDescriptor());
        failure = e;
      } catch (RuntimeException e) {
        blamed = levels.current();
        failure = e;
      }
      if (blamed == null || !levels.lower(blamed)) {
        throw failure;
      }
      left.add(blamed.concat(": ").concat(reason(failure)));
    }
  }

  private Woven attempt(
      ClassReader reader, ClassShape shape, TypeIndex types, Levels levels, List<String> left) {
    levels.leave();
    ClassPlan plan = ClassPlan.of(reader, shape, types, catalog, levels, spared);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    ClassWeaver weaver = new ClassWeaver(writer, plan, levels);
    reader.accept(weaver, ClassReader.EXPAND_FRAMES);
    byte[] bytes = weaver.changed() ? writer.toByteArray() : null;
    return new Woven(bytes, left, weaver.huge());
  }

  private static String reason(RuntimeException failure) {
    return failure instanceof MethodTooLargeException
        ? "too large with checks"
        : failure.toString();
  }
}
