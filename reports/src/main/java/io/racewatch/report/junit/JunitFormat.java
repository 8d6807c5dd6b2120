package io.racewatch.report.junit;

import io.racewatch.model.Certainty;
import io.racewatch.model.Finding;
import io.racewatch.model.Report;
import io.racewatch.model.Scope;
import io.racewatch.model.Status;
import io.racewatch.report.ReportFormat;
import io.racewatch.report.common.Places;
import io.racewatch.report.common.Ranking;
import io.racewatch.report.common.Safe;
import io.racewatch.report.common.SourceLines;
import io.racewatch.report.common.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * JUnit's XML: a test case for each finding. New findings in own code that are certain or likely
 * fail, a blind run is an error, the others are skipped with the reason. A clean run is one case
 * that passes, so that the CI system shows that somebody looked.
 */
public final class JunitFormat implements ReportFormat {
  @Override
  public String id() {
    return "junit";
  }

  @Override
  public String fileName() {
    return "racewatch-junit.xml";
  }

  @Override
  public void write(Report report, OutputStream out) throws IOException {
    write(report, SourceLines.NONE, out);
  }

  @Override
  public void write(Report report, SourceLines sources, OutputStream out) throws IOException {
    try {
      // The default one, because the watched program may bring a factory of its own.
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      suite(xml, report);
      xml.writeCharacters("\n");
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private static void suite(XMLStreamWriter xml, Report report) throws XMLStreamException {
    List<Finding> findings = Ranking.all(report);
    boolean passes = findings.isEmpty() && !report.blind();
    long failures = findings.stream().filter(JunitFormat::fails).count();
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", "racewatch");
    long cases = findings.size() + (report.blind() || passes ? 1 : 0);
    xml.writeAttribute("tests", Long.toString(cases));
    xml.writeAttribute("failures", Long.toString(failures));
    xml.writeAttribute("errors", report.blind() ? "1" : "0");
    xml.writeAttribute("skipped", Long.toString(findings.size() - failures));
    if (report.blind()) {
      testCase(xml, "racewatch", "watches", "error", "blind run", Words.tally(report));
    }
    if (passes) {
      testCase(xml, "racewatch", "no races and no deadlocks", "", "", "");
    }
    for (Finding finding : findings) {
      finding(xml, finding);
    }
    xml.writeCharacters("\n");
    xml.writeEndElement();
  }

  private static void finding(XMLStreamWriter xml, Finding finding) throws XMLStreamException {
    String className = Safe.name(Places.of(finding).get(0).className());
    String name = finding.rule().id() + " [" + Words.fingerprint(finding) + "]";
    if (fails(finding)) {
      String title = Safe.name(finding.title());
      testCase(xml, className, name + " " + title, "failure", title, FindingLines.of(finding));
    } else {
      String title = Safe.name(finding.title());
      testCase(xml, className, name + " " + title, "skipped", reason(finding), "");
    }
  }

  private static boolean fails(Finding finding) {
    return finding.status() == Status.NEW
        && finding.scope() == Scope.OWN
        && finding.certainty() != Certainty.POSSIBLE;
  }

  private static String reason(Finding finding) {
    if (finding.status() != Status.NEW) {
      return finding.status().id();
    }
    return finding.scope() == Scope.LIBRARY ? "in libraries only" : finding.certainty().id();
  }

  private static void testCase(
      XMLStreamWriter xml, String className, String name, String result, String why, String text)
      throws XMLStreamException {
    xml.writeCharacters("\n  ");
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", className);
    xml.writeAttribute("name", name);
    if (!result.isEmpty()) {
      xml.writeCharacters("\n    ");
      xml.writeStartElement(result);
      xml.writeAttribute("message", why);
      if (!result.equals("skipped")) {
        xml.writeAttribute("type", result.equals("error") ? "blind" : "finding");
      }
      xml.writeCharacters(text);
      xml.writeEndElement();
      xml.writeCharacters("\n  ");
    }
    xml.writeEndElement();
  }
}
