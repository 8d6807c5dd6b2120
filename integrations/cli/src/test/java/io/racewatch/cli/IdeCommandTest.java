package io.racewatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.cli.IdeCommand.Ide;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;

class IdeCommandTest {
  private static final String ARGUMENTS = "\"-javaagent:/a & b/racewatch.jar=own=<x>\"";

  @ParameterizedTest
  @EnumSource(names = {"intellij", "eclipse"})
  void xmlHoldsTheArguments(Ide ide) throws Exception {
    byte[] xml = IdeCommand.text(ide, ARGUMENTS).getBytes(StandardCharsets.UTF_8);
    Element root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml))
            .getDocumentElement();
    assertThat(values(root)).contains(ARGUMENTS);
  }

  private static java.util.List<String> values(Element root) {
    java.util.List<String> values = new java.util.ArrayList<>();
    var all = root.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      values.add(((Element) all.item(i)).getAttribute("value"));
    }
    return values;
  }

  @Test
  void jsonHoldsTheArguments() throws IOException {
    assertThat(IdeCommand.text(Ide.vscode, ARGUMENTS))
        .contains("\"vmArgs\": \"\\\"-javaagent:/a & b/racewatch.jar=own=<x>\\\"\"");
  }

  @Test
  void otherNamesAreWrongUse() {
    Shell shell = new Shell();
    assertThat(shell.run("ide", "emacs")).isEqualTo(2);
    assertThat(shell.err()).contains("intellij, vscode, eclipse");
  }
}
