package dev.sluice.pipelines.run;

import dev.sluice.schemas.layout.RunHeader;
import dev.sluice.schemas.value.Timestamps;
import dev.sluice.transforms.jira.Account;
import dev.sluice.transforms.jira.Edition;
import dev.sluice.transforms.jira.JiraClient;
import dev.sluice.transforms.jira.ServerInfo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * What a run learns about a Jira before it reads anything.
 *
 * @param now by the clock of the server
 */
record JiraSite(ServerInfo server, Account account, Instant now) {

  private static final String CLOUD = "cloud";

  /** Two requests: what is it, and who are we. */
  static JiraSite probe(JiraClient client, Clock clock) {
    ServerInfo server = client.serverInfo();
    Account account = client.myself();
    Instant now =
        server
            .serverTime()
            .flatMap(Timestamps::parse)
            .orElseGet(() -> clock.instant().plus(server.clockSkew().orElse(Duration.ZERO)));
    return new JiraSite(server, account, now);
  }

  /** The edition that a run was planned for. */
  static Edition edition(RunHeader run) {
    return run.jiraEdition().equals(CLOUD) ? Edition.CLOUD : Edition.DATA_CENTER;
  }

  /** The edition as documents and tables spell it. */
  String editionWord() {
    return server.edition() == Edition.CLOUD ? CLOUD : "data-center";
  }

  /** For people: {@code Data Center 10.3.1}. */
  String describe() {
    return (server.edition() == Edition.CLOUD ? "Cloud " : "Data Center ") + server.version();
  }
}
