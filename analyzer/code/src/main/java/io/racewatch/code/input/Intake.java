package io.racewatch.code.input;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/**
 * Checks class files as they come, each name once, and counts what it had to leave out. As on a
 * class path, the first of several with one name wins.
 */
final class Intake implements ClassSink {
  private static final int MAGIC = 0xCAFEBABE;
  private static final int NEWEST = Opcodes.V28;
  private static final int FIRST_JAVA = 44;
  private static final int LEAST = 24;

  private final Set<String> names = new HashSet<>();
  private final Consumer<ClassFile> next;
  private final List<Broken> broken = new ArrayList<>();
  private final TreeMap<Integer, Integer> newer = new TreeMap<>();
  private int doubles;
  private int classes;

  /** Hands what is sound on. */
  Intake(Consumer<ClassFile> next) {
    this.next = next;
  }

  @Override
  public void bytes(byte[] bytes, String place, boolean own) {
    if (bytes.length < LEAST || magic(bytes) != MAGIC) {
      broken(place, bytes.length == 0 ? "it is empty" : "it is no class file");
      return;
    }
    try {
      ClassReader reader = new ClassReader(readable(bytes));
      String name = reader.getClassName();
      if ((reader.getAccess() & Opcodes.ACC_MODULE) != 0 || name.endsWith("package-info")) {
        return;
      }
      if (names.add(name)) {
        classes++;
        next.accept(new ClassFile(name, reader, place, own));
      } else {
        doubles++;
      }
    } catch (IllegalArgumentException
        | IndexOutOfBoundsException
        | NegativeArraySizeException
        | NullPointerException
        | ClassCastException malformed) {
      broken(place, "it is malformed");
    }
  }

  @Override
  public void broken(String place, String reason) {
    broken.add(new Broken(place, reason));
  }

  /**
   * A class file of a version that is not known yet is read as the newest known: new versions have
   * seldom changed what matters here, and where they did, reading fails and says so.
   */
  private byte[] readable(byte[] bytes) {
    int major = (bytes[6] & 0xFF) << 8 | bytes[7] & 0xFF;
    if (major <= NEWEST) {
      return bytes;
    }
    newer.merge(major, 1, Integer::sum);
    byte[] known = bytes.clone();
    known[6] = 0;
    known[7] = NEWEST;
    return known;
  }

  private static int magic(byte[] bytes) {
    return bytes[0] << 24 | (bytes[1] & 0xFF) << 16 | (bytes[2] & 0xFF) << 8 | bytes[3] & 0xFF;
  }

  int classes() {
    return classes;
  }

  List<Broken> broken() {
    return List.copyOf(broken);
  }

  /** Lines that a reader of the report must know. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    newer.forEach(
        (major, count) ->
            notes.add(
                count
                    + (count == 1 ? " class file is" : " class files are")
                    + " of Java "
                    + (major - FIRST_JAVA)
                    + ", which this version does not know; read as Java "
                    + (NEWEST - FIRST_JAVA)));
    if (doubles > 0) {
      notes.add(doubles + " more class files of names seen before were left out");
    }
    return notes;
  }
}
