package dev.sluice.pipelines.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.pipelines.Golden;
import dev.sluice.schemas.layout.RunSummary;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole pages, as a browser's parser understands them. */
final class PagesTest {

  private static final String UP = "../../../";

  @Test
  void aRunLooksAsTheGoldenPageSays() {
    Golden.compare("report.html", RunPage.of(RunsUnderTest.partial(), Optional.of(UP)));
  }

  @Test
  void thePolicyAllowsNothingButTheStyleOfThePage() throws NoSuchAlgorithmException {
    Document page = Jsoup.parse(RunPage.of(RunsUnderTest.complete(), Optional.of(UP)));

    String policy = page.select("meta[http-equiv=Content-Security-Policy]").attr("content");
    byte[] style = page.select("style").get(0).data().getBytes(StandardCharsets.UTF_8);
    String digest =
        Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(style));
    assertThat(policy)
        .isEqualTo(
            "default-src 'none'; style-src 'sha256-"
                + digest
                + "'; base-uri 'none'; form-action 'none'");
  }

  @Test
  void aCopyThatLiesElsewhereLeadsToNoOtherPage() {
    Document page = Jsoup.parse(RunPage.of(RunsUnderTest.complete(), Optional.empty()));

    assertThat(page.select("a[href]").eachAttr("href"))
        .isNotEmpty()
        .allMatch(link -> link.startsWith(RunsUnderTest.JIRA + "/"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\"><svg/onload=alert(1)>",
        "</style></title><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)' x='",
        "javascript:alert(1)",
        "<!-- --> ]]> <a href=javascript:alert(1)>x</a>",
        "\u202Egnp.tpircs\u2066 \u200F\u0007",
        "&lt;script&gt;"
      })
  void whateverIsTypedIntoJiraIsOnlyText(String hostile) {
    String html = RunPage.of(HostileRun.named(hostile), Optional.of(UP));

    Document page = Jsoup.parse(html);
    assertThat(page.select("script, img, iframe, object, embed, link, base, form, foreignObject"))
        .isEmpty();
    assertThat(page.select("style, title").size() - page.select("svg title").size()).isEqualTo(2);
    assertThat(
            page.getAllElements().stream()
                .flatMap(element -> element.attributes().asList().stream())
                .map(Attribute::getKey))
        .noneMatch(name -> name.startsWith("on") || name.equals("style"));
    assertThat(page.select("a").eachAttr("href"))
        .allMatch(link -> link.startsWith(RunsUnderTest.JIRA + "/") || link.startsWith(UP));
    assertThat(html).doesNotContainPattern("[\\p{Cf}\\p{Cc}&&[^\n\t]]");
    assertThat(page.select("bdi").eachText().stream().filter(flat(hostile)::equals).count())
        .as("the field, the issue, both ends of the change, the stage and the reason")
        .isGreaterThanOrEqualTo(6);
  }

  @Test
  void theIndexIsNoBetterPrey() {
    RunSummary summary = HostileRun.named("\"><svg/onload=alert(1)>").summary();
    String html = IndexPage.of(RunLog.EMPTY.with(LoggedRun.of(summary, true)));

    assertThat(Jsoup.parse(html).select("[onload], script")).isEmpty();
    assertThat(html).contains("&quot;&gt;&lt;svg/onload=alert(1)&gt;");
  }

  private static String flat(String text) {
    return PlainText.of(text).replaceAll("\\s+", " ").strip();
  }
}
