package io.racewatch.instrument.jdk;

import io.racewatch.model.catalog.Catalog;
import io.racewatch.model.catalog.Row;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.util.CheckClassAdapter;

/**
 * Weaves every class that has body rows, from the bytes of the running JDK, and says what is wrong.
 * Run {@link #main} for a JDK other than that of the build.
 */
public final class BodyCheck {
  private BodyCheck() {}

  /** Prints the problems; status 1 if there are any. */
  public static void main(String[] args) {
    List<String> problems = problems();
    problems.forEach(System.out::println);
    System.out.println(Runtime.version().feature() + ": " + problems.size() + " problems");
    System.exit(problems.isEmpty() ? 0 : 1);
  }

  static List<String> problems() {
    List<String> problems = new ArrayList<>();
    BodyRows rows = new BodyRows(Catalog.load(), Runtime.version().feature());
    for (String owner : new TreeSet<>(rows.owners())) {
      Optional<byte[]> bytes = JdkBytes.of(owner);
      if (bytes.isEmpty()) {
        problems.add(owner + ": no such class");
      } else {
        check(owner, bytes.get(), rows.of(owner), problems);
      }
    }
    return problems;
  }

  private static void check(String owner, byte[] bytes, List<Row> rows, List<String> problems) {
    intrinsics(bytes, rows, problems);
    BodyWeaver.Woven woven = BodyWeaver.weave(bytes, rows);
    for (Row row : woven.lost()) {
      problems.add(row + ": nothing to weave");
    }
    String errors = verify(woven.bytes());
    if (!errors.isEmpty()) {
      problems.add(owner + ": " + errors);
    }
  }

  /** A hook in a method that the JIT replaces would be lost once the caller is compiled. */
  static void intrinsics(byte[] bytes, List<Row> rows, List<String> problems) {
    ClassShape shape = ClassShape.of(new ClassReader(bytes));
    for (Row row : rows) {
      for (String method : shape.intrinsics()) {
        int open = method.indexOf('(');
        if (row.matches(method.substring(0, open), method.substring(open))) {
          problems.add(row + ": the JIT may replace " + method);
        }
      }
    }
  }

  static String verify(byte[] bytes) {
    StringWriter text = new StringWriter();
    CheckClassAdapter.verify(
        new ClassReader(bytes), ClassLoader.getPlatformClassLoader(), false, new PrintWriter(text));
    return text.toString();
  }
}
