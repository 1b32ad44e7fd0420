package dev.sluice.pipelines.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The pages in headless Chromium, on two widths, light, dark and printed: an empty console, nothing
 * asked for, nothing that sticks out, and nothing that axe-core finds. The pictures stay in {@code
 * target/pages}.
 */
@Tag("browser")
final class BrowserTest {

  private static final Path FOLDER = Path.of("target/pages").toAbsolutePath();
  private static final Optional<String> UP = Optional.of("../../../");

  @Test
  void chromiumAndAxeHaveNothingToSay() throws IOException, InterruptedException {
    Files.createDirectories(FOLDER);
    Map<String, String> pages =
        Map.of(
            "report", RunPage.of(RunsUnderTest.complete(), UP),
            "partial", RunPage.of(RunsUnderTest.partial(), UP),
            "failed", RunPage.of(RunsUnderTest.failed(), UP),
            "hostile",
                RunPage.of(HostileRun.named("\"><svg/onload=alert(1)>" + "w".repeat(99)), UP),
            "index", IndexPage.of(LogUnderTest.hourly()),
            "empty", IndexPage.of(RunLog.EMPTY));
    List<String> command = new ArrayList<>(List.of("../.ci/browser", FOLDER.toString()));
    for (Map.Entry<String, String> page : pages.entrySet()) {
      Path file = FOLDER.resolve(page.getKey() + ".html");
      Files.writeString(file, page.getValue());
      command.add(page.getKey() + "=" + file);
    }

    Process look = new ProcessBuilder(command).redirectErrorStream(true).start();

    String said = new String(look.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(look.waitFor()).as(said).isZero();
  }
}
