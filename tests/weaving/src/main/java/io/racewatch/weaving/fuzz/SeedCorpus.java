package io.racewatch.weaving.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Writes what the fuzzer begins with: {@code SeedCorpus FOLDER}. The same bytes each time. */
public final class SeedCorpus {
  private static final int PROGRAMS = 200;
  private static final int LONGEST = 300;
  private static final int CLASSES_APART = 250;
  private static final long SEED = 20261120;

  private SeedCorpus() {}

  /** The command line is in the class comment. */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    Random random = new Random(SEED);
    for (int i = 0; i < PROGRAMS; i++) {
      write(folder.resolve("program-" + i), FuzzTarget.PROGRAM, random(random));
      write(folder.resolve("edited-" + i), FuzzTarget.EDITED, random(random));
    }
    List<byte[]> classes = SeedClasses.ofJdk(CLASSES_APART);
    for (int i = 0; i < classes.size(); i++) {
      write(folder.resolve("class-" + i), FuzzTarget.RAW, classes.get(i));
    }
  }

  private static byte[] random(Random random) {
    byte[] bytes = new byte[1 + random.nextInt(LONGEST)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static void write(Path file, int kind, byte[] rest) throws IOException {
    byte[] input = new byte[rest.length + 1];
    input[0] = (byte) kind;
    System.arraycopy(rest, 0, input, 1, rest.length);
    Files.write(file, input);
  }
}
