package dev.sluice.transforms;

import dev.sluice.simulator.JiraSimulator;
import dev.sluice.simulator.api.Edition;
import dev.sluice.simulator.live.LiveSite;
import dev.sluice.simulator.site.MarketingSite;
import dev.sluice.simulator.site.Site;
import dev.sluice.transforms.jira.Auth;
import dev.sluice.transforms.jira.BudgetLimits;
import dev.sluice.transforms.jira.JiraClient;
import dev.sluice.transforms.jira.JiraConnection;
import dev.sluice.transforms.jira.Patience;
import dev.sluice.transforms.jira.SecretReference;
import dev.sluice.transforms.jql.DateRange;
import dev.sluice.transforms.jql.PlanRequest;
import dev.sluice.transforms.jql.RangeField;
import dev.sluice.transforms.jql.Scope;
import dev.sluice.transforms.jql.Shard;
import dev.sluice.transforms.jql.ShardPlanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjLongConsumer;

/** A simulated Jira with a seeded site, and what is needed to talk to it. */
final class SimulatedJira implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final Site SITE = MarketingSite.seeded(7, 600, NOW);

  private final JiraSimulator simulator;
  private final Edition edition;
  private final Path secret;

  private SimulatedJira(JiraSimulator simulator, Edition edition, Path secret) {
    this.simulator = simulator;
    this.edition = edition;
    this.secret = secret;
  }

  static SimulatedJira start(Edition edition, Path folder, String... faults) {
    return start(SITE, edition, folder, faults);
  }

  static SimulatedJira start(Site site, Edition edition, Path folder, String... faults) {
    return start(site, edition, folder, (live, number) -> {}, faults);
  }

  /** Something happens before each request; they are counted from 1. */
  static SimulatedJira start(Edition edition, Path folder, ObjLongConsumer<LiveSite> meanwhile) {
    return start(SITE, edition, folder, meanwhile);
  }

  private static SimulatedJira start(
      Site site,
      Edition edition,
      Path folder,
      ObjLongConsumer<LiveSite> meanwhile,
      String... faults) {
    try {
      Path secret = Files.writeString(folder.resolve("token"), "the-token");
      JiraSimulator simulator =
          JiraSimulator.builder()
              .site(site)
              .edition(edition)
              .credentials("a@b.c", "the-token")
              .anonymousBrowsing(true)
              .faults(List.of(faults))
              .onRequest(meanwhile)
              .start();
      return new SimulatedJira(simulator, edition, secret);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> ids() {
    return SITE.issues().stream().map(issue -> Long.toString(issue.id())).toList();
  }

  static List<String> projectKeys() {
    return SITE.projects().stream().map(project -> project.path("key").asText()).toList();
  }

  JiraSimulator simulator() {
    return simulator;
  }

  /** Fails at the first error: nothing in a test waits. */
  JiraConnection connection() {
    return connection(simulator.baseUri());
  }

  /** The same by way of a proxy. */
  JiraConnection connection(URI uri) {
    return JiraConnection.to(
            uri,
            new Auth.Basic("a@b.c", new SecretReference("file:" + secret)),
            new BudgetLimits(1_000, 8))
        .withEdition(dev.sluice.transforms.jira.Edition.valueOf(edition.name()))
        .withPatience(Patience.STANDARD.withRetries(0));
  }

  List<Shard> shards(int maxSize) {
    try (JiraClient client = JiraClient.open(connection())) {
      return new ShardPlanner()
          .plan(
              new PlanRequest(
                  Scope.everything(),
                  RangeField.CREATED,
                  DateRange.since(Instant.EPOCH),
                  Optional.of(SITE.issues().get(0).created()),
                  NOW,
                  8,
                  maxSize,
                  PlanRequest.EXACT),
              client::count);
    }
  }

  @Override
  public void close() {
    simulator.close();
  }
}
