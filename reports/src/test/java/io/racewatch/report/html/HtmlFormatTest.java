package io.racewatch.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.model.Finding;
import io.racewatch.model.Report;
import io.racewatch.report.Golden;
import io.racewatch.report.SampleReports;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HtmlFormatTest {
  private static String render(Report report) {
    return Golden.render(new HtmlFormat(), report);
  }

  private static List<String> all(String regex, String html) {
    return Pattern.compile(regex, Pattern.DOTALL)
        .matcher(html)
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }

  static Stream<Report> reports() {
    return Stream.of(
        SampleReports.normal(),
        SampleReports.clean(),
        SampleReports.blind(),
        SampleReports.staticOnly(),
        SampleReports.sparse(),
        SampleReports.hostile());
  }

  @ParameterizedTest
  @MethodSource("reports")
  void policyAllowsThePagesOwnScriptAndStyleAndNothingElse(Report report) throws Exception {
    String html = render(report);
    String policy = all("Content-Security-Policy\" content=\"([^\"]*)\"", html).get(0);
    assertThat(policy).startsWith("default-src &#39;none&#39;; ").doesNotContain("unsafe", "http");
    assertThat(all("<script>(.*?)</script>", html)).hasSize(1);
    assertThat(policy).contains(hash(all("<script>(.*?)</script>", html).get(0)));
    assertThat(policy).contains(hash(all("<style>(.*?)</style>", html).get(0)));
  }

  @ParameterizedTest
  @MethodSource("reports")
  void nothingIsFetchedAndNothingIsInline(Report report) {
    String tags = String.join("\n", all("(<[a-z][^>]*>)", render(report)));
    assertThat(tags).doesNotContainPattern("\\s(src|style|on[a-z]+|srcset|action)=");
    assertThat(all("href=\"([^\"]*)\"", tags)).allMatch(target -> target.startsWith("#f-"));
  }

  @Test
  void hostileNamesAreShownAsText() {
    String html = render(SampleReports.hostile());
    assertThat(html).doesNotContain("<script>alert", "<img", "\u001b", "\u202E", "\u0000");
    assertThat(html).contains("&lt;/script&gt;&lt;script&gt;alert(", "\\u202E");
    assertThat(html).doesNotContain("x".repeat(1000));
  }

  @Test
  void everyFindingHasAnAnchor() {
    Report report = SampleReports.normal();
    assertThat(all("<details class=\"finding[^\"]*\" id=\"f-([0-9a-f]+)\"", render(report)))
        .containsExactlyInAnyOrderElementsOf(
            report.findings().stream().map(Finding::fingerprint).toList());
  }

  @Test
  void bothSidesAndTheRunAreOnThePage() {
    assertThat(render(SampleReports.normal()))
        .contains(
            "at com.acme.Counter.add(Counter.java:10)",
            "at com.acme.Counter.get(Counter.java:10)",
            "task submitted at <code>com.acme.Main.schedule(Main.java:20)</code>",
            "com.acme.gen.Parser",
            "shadow memory was full",
            "<svg class=\"ring\"");
  }

  @Test
  void blindRunSaysSoBeforeAnythingElse() {
    String html = render(SampleReports.blind());
    assertThat(html).contains("<strong>BLIND RUN</strong>").doesNotContain("class=\"clean\"");
    assertThat(html.indexOf("BLIND RUN")).isLessThan(html.indexOf("class=\"tiles\""));
    assertThat(render(SampleReports.clean())).contains("class=\"clean\"").doesNotContain("Blind");
  }

  @Test
  void sourceLineIsQuotedOnceForEachStack() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new HtmlFormat().write(SampleReports.normal(), frame -> " if (a < b) {", out);
    assertThat(all("Counter.java:10\\)(<span.*?</span>)", out.toString(StandardCharsets.UTF_8)))
        .containsOnly("<span class=\"source\">if (a &lt; b) {</span>");
  }

  @Test
  void thousandFindingsStayLoadable() {
    assertThat(render(SampleReports.huge())).hasSizeLessThan(5_000_000);
  }

  private static String hash(String text) throws Exception {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }
}
