package io.racewatch.report.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.model.Report;
import io.racewatch.report.Golden;
import io.racewatch.report.SampleReports;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class JunitFormatTest {
  private static Element suite(Report report) throws Exception {
    byte[] xml = Golden.render(new JunitFormat(), report).getBytes(StandardCharsets.UTF_8);
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml))
        .getDocumentElement();
  }

  private static int count(Element suite, String tag) {
    return suite.getElementsByTagName(tag).getLength();
  }

  @Test
  void attributesAgreeWithTheCases() throws Exception {
    Element suite = suite(SampleReports.normal());
    assertThat(suite.getAttribute("tests")).isEqualTo("8");
    assertThat(count(suite, "testcase")).isEqualTo(8);
    assertThat(count(suite, "failure")).isEqualTo(4);
    assertThat(suite.getAttribute("failures")).isEqualTo("4");
    assertThat(count(suite, "skipped")).isEqualTo(4);
    assertThat(suite.getAttribute("skipped")).isEqualTo("4");
  }

  @Test
  void failureShowsBothStacks() throws Exception {
    String text =
        suite(SampleReports.normal()).getElementsByTagName("failure").item(0).getTextContent();
    assertThat(text)
        .contains("\n\tat com.acme.Counter.add(Counter.java:10)")
        .contains("\n\tat com.acme.Counter.get(Counter.java:10)");
  }

  @Test
  void cleanRunIsOneCaseThatPasses() throws Exception {
    Element suite = suite(SampleReports.clean());
    assertThat(count(suite, "testcase")).isEqualTo(1);
    assertThat(count(suite, "failure") + count(suite, "error") + count(suite, "skipped")).isZero();
  }

  @Test
  void blindRunIsAnError() throws Exception {
    Element suite = suite(SampleReports.blind());
    assertThat(suite.getAttribute("errors")).isEqualTo("1");
    assertThat(count(suite, "error")).isEqualTo(1);
  }

  @Test
  void hostileNamesLeaveTheXmlWellFormed() throws Exception {
    assertThat(count(suite(SampleReports.hostile()), "testcase")).isEqualTo(1);
  }
}
