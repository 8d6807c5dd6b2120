package io.racewatch.weaving.fuzz;

import io.racewatch.instrument.RaceTransformer;
import io.racewatch.instrument.WeaveLog;
import io.racewatch.model.catalog.Catalog;
import io.racewatch.model.options.Patterns;
import io.racewatch.runtime.Recorder;
import io.racewatch.runtime.log.RunLog;
import java.lang.instrument.ClassFileTransformer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassReader;

/**
 * What a coverage-guided fuzzer calls with bytes of its own. The first byte chooses: a class file
 * as it stands in the bytes; a real class with edits; a generated program that is run both ways.
 * Each goes through the transformer of the agent, with the real runtime behind what is woven.
 */
public final class FuzzTarget {
  /** Kinds of input, as the first byte names them. */
  static final int RAW = 0;

  static final int EDITED = 1;
  static final int PROGRAM = 2;
  static final int KINDS = 3;
  private static final int EVERY = 60;

  private static FuzzTarget instance;

  private final Judge judge;
  private final List<byte[]> seeds;

  FuzzTarget(ClassFileTransformer transformer, List<byte[]> seeds) {
    this.judge = new Judge(transformer);
    this.seeds = seeds;
  }

  /** Called once by the fuzzer; {@code fuzz.lib} may name a folder of jars. */
  public static void fuzzerInitialize() {
    RunLog log = RunLog.open(System.getProperty("fuzz.output", "target/fuzz"), "fuzz", 1 << 20);
    Recorder.start(log, "fuzz");
    List<byte[]> seeds = new ArrayList<>(SeedClasses.ofJdk(EVERY));
    seeds.addAll(SeedClasses.ofJars(Path.of(System.getProperty("fuzz.lib", "none")), 4 * EVERY));
    instance = new FuzzTarget(transformer(), seeds);
  }

  /** Called by the fuzzer for each input. */
  public static void fuzzerTestOneInput(byte[] data) {
    instance.run(data);
  }

  /** The agent's own, as it is registered with a JVM. */
  static ClassFileTransformer transformer() {
    Catalog catalog = Catalog.load().forFeature(Runtime.version().feature());
    RaceTransformer transformer =
        new RaceTransformer(catalog, new Patterns(List.of(), List.of()), new Silence());
    transformer.warmUp();
    return transformer;
  }

  /**
   * Judges one input.
   *
   * @throws Judge.Broken if the transformer breaks its promise
   */
  void run(byte[] data) {
    Bytes in = new Bytes(data);
    switch (in.below(KINDS)) {
      case RAW -> {
        byte[] bytes = in.rest();
        judge.links(name(bytes), bytes);
      }
      case EDITED -> {
        byte[] edited = new Edits(in).of(seeds.get(in.below(seeds.size())));
        if (edited != null) {
          judge.links(name(edited), edited);
        }
      }
      default -> {
        byte[] program = Program.of(in);
        if (program != null) {
          judge.runs(Program.NAME, program);
        }
      }
    }
  }

  private static String name(byte[] classFile) {
    try {
      return new ClassReader(classFile).getClassName().replace('/', '.');
    } catch (RuntimeException odd) {
      return "odd.Name";
    }
  }

  /** What became of classes is counted elsewhere. */
  private static final class Silence implements WeaveLog {
    @Override
    public void instrumented(String className) {}

    @Override
    public void excluded(String className) {}

    @Override
    public void skipped(String className, String reason) {}

    @Override
    public void failed(String className, String reason) {}

    @Override
    public void left(String className, String methodAndReason) {}

    @Override
    public void huge(String className, String method) {}
  }
}
