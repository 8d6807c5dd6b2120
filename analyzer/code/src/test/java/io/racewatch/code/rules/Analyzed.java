package io.racewatch.code.rules;

import io.racewatch.bytecode.LoaderTypes;
import io.racewatch.bytecode.TypeIndex;
import io.racewatch.code.input.ClassFile;
import io.racewatch.model.Certainty;
import io.racewatch.model.Finding;
import io.racewatch.model.catalog.Catalog;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;

/** Analyses class files, as tests and the yardstick do. */
final class Analyzed {
  private Analyzed() {}

  /** Those of a folder or jar whose internal names fit. */
  static List<ClassFile> files(Path place, Predicate<String> wanted) throws IOException {
    if (Files.isDirectory(place)) {
      return read(place, wanted);
    }
    try (FileSystem zip = FileSystems.newFileSystem(place)) {
      return read(zip.getPath("/"), wanted);
    }
  }

  private static List<ClassFile> read(Path root, Predicate<String> wanted) throws IOException {
    List<ClassFile> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : (Iterable<Path>) all.sorted()::iterator) {
        String name = root.relativize(path).toString();
        boolean known = name.endsWith(".class") && !name.startsWith("META-INF");
        if (known && !name.endsWith("-info.class") && wanted.test(name)) {
          try (InputStream in = Files.newInputStream(path)) {
            ClassReader reader = new ClassReader(in.readAllBytes());
            files.add(new ClassFile(reader.getClassName(), reader, name, true));
          }
        }
      }
    }
    return files;
  }

  static List<Finding> findings(List<ClassFile> files) {
    TypeIndex types = new TypeIndex(null, new LoaderTypes().of(null));
    return ProgramAnalysis.of(files, types, Catalog.load(), 2, () -> {}).findings();
  }

  /** Findings about the given test programs, each with its nested classes. */
  static List<Finding> of(Class<?>... programs) {
    try {
      Path root =
          Path.of(Analyzed.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      List<ClassFile> files =
          files(
              root,
              name -> {
                for (Class<?> each : programs) {
                  String start = each.getName().replace('.', '/');
                  if (name.equals(start + ".class") || name.startsWith(start + "$")) {
                    return true;
                  }
                }
                return false;
              });
      return findings(files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (java.net.URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Prints what is found in jars and folders, and what it cost. */
  public static void main(String[] args) throws IOException {
    boolean all = args[0].equals("-a");
    for (int i = all ? 1 : 0; i < args.length; i++) {
      long start = System.nanoTime();
      List<ClassFile> files = files(Path.of(args[i]), name -> true);
      List<Finding> found = findings(files);
      long millis = (System.nanoTime() - start) / 1_000_000;
      long likely = found.stream().filter(f -> f.certainty() == Certainty.LIKELY).count();
      System.out.printf(
          "== %s: %d classes, %d ms, %d likely, %d possible%n",
          args[i], files.size(), millis, likely, found.size() - likely);
      for (Finding each : found) {
        if (all || each.certainty() == Certainty.LIKELY) {
          print(each);
        }
      }
    }
  }

  private static void print(Finding each) {
    System.out.println(
        each.certainty().id() + " " + each.rule().id() + " " + each.title() + " x" + each.count());
    System.out.println("    " + each.explanation().text());
    each.accesses()
        .forEach(
            access ->
                System.out.println(
                    "    "
                        + access.operation().id()
                        + " "
                        + access.stack()
                        + " held "
                        + access.locksHeld().stream().map(l -> l.lock() + ":" + l.mode()).toList()
                        + (access.thread() == null ? "" : " T" + access.thread().started())));
    each.cycle()
        .forEach(
            edge ->
                System.out.println(
                    "    holds "
                        + edge.holds().lock()
                        + " "
                        + edge.holdsAt()
                        + "\n    wants "
                        + edge.wants().lock()
                        + " "
                        + edge.wantsAt()));
  }
}
