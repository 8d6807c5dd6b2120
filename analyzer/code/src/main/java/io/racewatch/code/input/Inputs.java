package io.racewatch.code.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads the class files of paths: jars, wars and ears with what is packed in them, class folders,
 * folders of jars, single class files, jmods, homes and images of a JDK. Multi-release jars give
 * the classes that the running JDK would load. Signatures are not checked.
 */
public final class Inputs {
  private static final int HEAD = 4;

  private Inputs() {}

  /**
   * Hands over every class file, in the order of the paths, by the calling thread.
   *
   * @throws RuntimeException what {@code to} throws
   */
  public static InputResult read(List<Path> paths, Consumer<ClassFile> to) {
    Intake intake = new Intake(to);
    List<String> unreadable = new ArrayList<>();
    for (Path path : paths) {
      int classes = intake.classes();
      int broken = intake.broken().size();
      try {
        open(path, intake);
        boolean nothingSound = intake.classes() == classes && intake.broken().size() > broken;
        if (nothingSound) {
          Broken first = intake.broken().get(broken);
          unreadable.add(path + ": nothing in it can be read; first " + first);
        }
      } catch (IOException e) {
        unreadable.add(path + ": " + reason(e));
      }
    }
    return new InputResult(intake.classes(), unreadable, intake.broken(), intake.notes());
  }

  private static void open(Path path, ClassSink sink) throws IOException {
    if (Files.isDirectory(path)) {
      if (JdkImage.isHome(path)) {
        JdkImage.read(path, sink);
      } else {
        ClassFolder.read(path, sink);
      }
      return;
    }
    switch (kind(path)) {
      case CLASS -> sink.bytes(Files.readAllBytes(path), path.toString(), true);
      case ZIP -> Archive.read(path, path.toString(), true, sink);
      case IMAGE -> JdkImage.read(JdkImage.homeOf(path), sink);
      default -> throw new IOException("it is neither a jar, a class file nor a module");
    }
  }

  private enum Kind {
    CLASS,
    ZIP,
    IMAGE,
    OTHER
  }

  private static Kind kind(Path path) throws IOException {
    byte[] head = new byte[HEAD];
    try (var in = Files.newInputStream(path)) {
      if (in.readNBytes(head, 0, HEAD) < HEAD) {
        throw new IOException(Files.size(path) == 0 ? "it is empty" : "it is too short");
      }
    }
    int word =
        (head[0] & 0xFF) << 24 | (head[1] & 0xFF) << 16 | (head[2] & 0xFF) << 8 | head[3] & 0xFF;
    return switch (word) {
      case 0xCAFEBABE -> Kind.CLASS;
      case 0xDADAFECA, 0xCAFEDADA -> Kind.IMAGE;
      default -> Archive.looksLikeOne(head, path) ? Kind.ZIP : Kind.OTHER;
    };
  }

  static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such file";
    }
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }
}
