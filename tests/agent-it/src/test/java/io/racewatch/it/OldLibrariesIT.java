package io.racewatch.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The program may carry the libraries that racewatch is made of, in any version. */
class OldLibrariesIT {
  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void theProgramKeepsItsOwnVersions(Jdk jdk) throws IOException {
    List<Path> classPath = new ArrayList<>(List.of(compiled()));
    classPath.addAll(libraries());
    String main = "com.example.old.OldLibraries";
    Outcome plain = Jvm.of(jdk, "old-plain").main(classPath, main).run();
    Outcome watched = Jvm.watched(jdk, "old-watched").main(classPath, main).run();
    assertThat(plain.exit()).as("%s", plain).isZero();
    assertThat(plain.out()).contains("done");
    assertThat(watched.out()).as("%s", watched).isEqualTo(plain.out());
    assertThat(watched.foreignLines()).isEqualTo(plain.foreignLines());
    assertThat(watched.exit()).isZero();
    assertThat(watched.report().findings()).isEmpty();
    assertThat(watched.report().runs().get(0).failures()).isEmpty();
  }

  private static List<Path> libraries() throws IOException {
    try (Stream<Path> jars = Files.list(Places.OLD_LIBRARIES)) {
      return jars.sorted().toList();
    }
  }

  /** Compiled here, since the tests themselves have the new versions on their class path. */
  private static Path compiled() throws IOException {
    Path classes = Places.folder("old-classes");
    String classPath =
        libraries().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "--release",
                "17",
                "-g",
                "-proc:none",
                "-cp",
                classPath,
                "-d",
                classes.toString(),
                "src/test/old/com/example/old/OldLibraries.java");
    assertThat(result).isZero();
    return classes;
  }
}
