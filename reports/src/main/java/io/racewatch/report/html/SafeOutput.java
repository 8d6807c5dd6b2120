package io.racewatch.report.html;

import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import io.racewatch.report.common.Safe;

/**
 * Escapes markup by context, as its parent does, and before that what a browser would obey though
 * it is no markup: marks that reverse the reading order, control characters. No template can forget
 * it.
 */
final class SafeOutput extends OwaspHtmlTemplateOutput {
  SafeOutput(TemplateOutput out) {
    super(out);
  }

  @Override
  public void writeUserContent(String value) {
    super.writeUserContent(value == null ? "" : Safe.text(value));
  }
}
