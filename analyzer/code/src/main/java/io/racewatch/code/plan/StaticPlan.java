package io.racewatch.code.plan;

import io.racewatch.code.calls.Program;
import io.racewatch.code.input.ClassFile;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a watched run need not check, as lines of text: fields that one lock guards everywhere, and
 * the class files for which this was found, each with a hash, so that the run sees when it loads
 * others.
 */
public final class StaticPlan {
  /** The first line. */
  public static final String HEAD = "racewatch-plan/1";

  /** Bytes of a hash. */
  private static final int HASH = 16;

  private StaticPlan() {}

  /** The plan of a program; of several class files of one name the first counts. */
  public static List<String> of(Program program, Collection<ClassFile> files) {
    Map<String, ClassFile> classes = new TreeMap<>();
    for (ClassFile file : files) {
      classes.putIfAbsent(file.name(), file);
    }
    List<String> lines = new ArrayList<>();
    lines.add(HEAD);
    classes.forEach((name, file) -> lines.add("class " + name + " " + hash(file)));
    GuardedFields.of(program, classes.values()).forEach(field -> lines.add("field " + field));
    return lines;
  }

  @SuppressWarnings("deprecation") // the reader keeps the only copy, and hands it out so
  private static String hash(ClassFile file) {
    try {
      byte[] whole = MessageDigest.getInstance("SHA-256").digest(file.reader().b);
      return HexFormat.of().formatHex(whole, 0, HASH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
