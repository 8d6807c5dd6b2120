package io.racewatch.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JvmTest {
  @ParameterizedTest
  @CsvSource({
    "jdk.compiler/com.sun.tools.javac.Main -version, true",
    "jdk.jcmd/sun.tools.jcmd.JCmd 17, true",
    "java.base/sun.security.tools.keytool.Main, true",
    "com.sun.tools.javac.Main, true",
    "jdk.compiler/com.sun.tools.javac.launcher.Main Hello.java, false",
    "jdk.compiler/com.sun.tools.javac.launcher.SourceLauncher Hello.java, false",
    "com.acme.Main jdk.compiler/x, false",
    "/opt/acme/app.jar, false",
    "com.acme/com.acme.Main, false",
    "'', false",
    ", false"
  })
  void toolsOfTheJdkAreToldFromPrograms(String command, boolean tool) {
    assertThat(Jvm.isJdkTool(command)).isEqualTo(tool);
  }
}
