package io.racewatch.report.html;

import gg.jte.output.WriterOutput;
import io.racewatch.model.Report;
import io.racewatch.report.ReportFormat;
import io.racewatch.report.common.SourceLines;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * One self-contained page. Templates are compiled with the build and escape by context; the content
 * security policy allows nothing but the page's own script and style, by their hashes.
 */
public final class HtmlFormat implements ReportFormat {
  @Override
  public String id() {
    return "html";
  }

  @Override
  public String fileName() {
    return "racewatch.html";
  }

  @Override
  public void write(Report report, OutputStream out) throws IOException {
    write(report, SourceLines.NONE, out);
  }

  @Override
  public void write(Report report, SourceLines sources, OutputStream out) throws IOException {
    Page page = new Page(report, sources, Asset.load("page.css"), Asset.load("page.js"));
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    try {
      JtepageGenerated.render(new SafeOutput(new WriterOutput(writer)), null, page);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    writer.flush();
  }
}
