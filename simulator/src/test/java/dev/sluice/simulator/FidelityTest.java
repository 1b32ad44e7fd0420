package dev.sluice.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sluice.simulator.site.MarketingSite;
import dev.sluice.simulator.site.Site;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/**
 * Lets a third-party client judge the simulated Cloud. Runs when {@code -Dfidelity.folder} names a
 * folder with {@code fidelity.mjs} and its installed packages.
 */
final class FidelityTest {
  @Test
  void aThirdPartyClientFindsNothingThatDoesNotFitItsOwnSchemas()
      throws IOException, InterruptedException {
    String folder = System.getProperty("fidelity.folder", "");
    assumeTrue(!folder.isEmpty(), "no folder with the third-party client");
    Site site = MarketingSite.seeded(7, 300, Instant.parse("2026-11-24T00:00:00Z"));
    try (JiraSimulator jira = JiraSimulator.builder().site(site).start()) {
      ProcessBuilder node =
          new ProcessBuilder("node", "fidelity.mjs")
              .directory(Path.of(folder).toFile())
              .redirectErrorStream(true);
      node.environment().put("BASE_URL", jira.baseUri().toString());
      Process process = node.start();
      String report = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(process.waitFor()).as(report).isZero();
    }
  }
}
