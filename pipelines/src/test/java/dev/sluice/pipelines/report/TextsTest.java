package dev.sluice.pipelines.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schemas.layout.Interval;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words, numbers and links. */
final class TextsTest {

  @Test
  void whatTurnsTheDirectionOrHidesIsShownAsItsCodePoint() {
    assertThat(PlainText.of("invoice\u202Efdp.exe")).isEqualTo("invoice[U+202E]fdp.exe");
    assertThat(PlainText.of("a\u2066b\u2069\u200F\u061C\u0000"))
        .isEqualTo("a[U+2066]b[U+2069][U+200F][U+061C][U+0000]");
    assertThat(PlainText.of("\uD800 alone, tag \uDB40\uDC41"))
        .isEqualTo("[U+D800] alone, tag [U+E0041]");
  }

  @Test
  void lettersAndEmojiOfAnyScriptStay() {
    String text = "Größe, שלום, می\u200Cخواهم, 予算, 👩\u200D💻\n";

    assertThat(PlainText.of(text)).isEqualTo(text);
  }

  @Test
  void aTextWithoutEndIsCut() {
    assertThat(PlainText.of("x".repeat(5_000))).hasSize(4_001).endsWith("…");
  }

  @Test
  void markupIsText() {
    assertThat(Element.of("p", "<b>&\"'").with("title", "\"><svg onload='1'>").toString())
        .isEqualTo(
            "<p title=\"&quot;&gt;&lt;svg"
                + " onload=&#39;1&#39;&gt;\">&lt;b&gt;&amp;&quot;&#39;</p>\n");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 10, 0 %",
    "1, 100000, < 0.1 %",
    "1, 20, 5.0 %",
    "1, 3, 33 %",
    "2999, 3000, > 99.9 %",
    "10, 10, 100 %",
    "0, 0, 0 %"
  })
  void onlyAllIsAHundredPercent(long part, long all, String text) {
    assertThat(Numbers.share(part, all)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "400, 0.4 s",
    "12000, 12 s",
    "245000, 4 min 05 s",
    "9000000, 2 h 30 min",
    "273600000, 3 d 04 h"
  })
  void aTimeHasTwoUnitsAtMost(long millis, String text) {
    assertThat(Numbers.time(Duration.ofMillis(millis))).isEqualTo(text);
  }

  @Test
  void anIntervalTellsItsDayAndItsYearOnce() {
    Instant eight = Instant.parse("2026-11-24T08:00:00Z");

    assertThat(Numbers.interval(new Interval(eight, eight.plusSeconds(3_600))))
        .isEqualTo("2026-11-24 08:00 – 09:00");
    assertThat(Numbers.interval(new Interval(eight, eight.plus(Duration.ofDays(1)))))
        .isEqualTo("2026-11-24 08:00 – 11-25 08:00");
    assertThat(Numbers.interval(new Interval(eight, eight.plus(Duration.ofDays(60)))))
        .isEqualTo("2026-11-24 08:00 – 2027-01-23 08:00");
    assertThat(Numbers.interval(new Interval(Instant.EPOCH, eight)))
        .isEqualTo("up to 2026-11-24 08:00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)//",
        "data:text/html,x",
        "file:///etc/passwd",
        "https://user:secret@acme.example.org",
        "https:opaque",
        "https://acme.example.org/?next=",
        "https://acme.example.org/#"
      })
  void whatIsNoPlainAddressOfAJiraIsNeverLedTo(String jira) {
    Links links = new Links(Optional.of(URI.create(jira)), Optional.empty());

    assertThat(links.issue("MKTG-1").toString()).doesNotContain("href").contains("MKTG-1");
    assertThat(links.query("project = MKTG", "x")).isEmpty();
  }

  @Test
  void aLinkLeadsIntoTheJiraThatWasRead() {
    Links links = new Links(Optional.of(RunsUnderTest.JIRA), Optional.of("../../../"));

    assertThat(links.issue("MKTG-1").toString())
        .contains("href=\"https://acme.example.org/jira/browse/MKTG-1\"");
    assertThat(links.issue("../admin").toString()).doesNotContain("href");
    assertThat(links.query("a = \"b c\"&x=1", "jql").orElseThrow().toString())
        .contains(
            "href=\"https://acme.example.org/jira/issues/?jql=a%20%3D%20%22b%20c%22%26x%3D1\"");
    assertThat(links.query("x".repeat(3_000), "jql")).isEmpty();
    assertThat(links.run("../../x", Element.of("b")).toString()).doesNotContain("href");
  }
}
