package dev.sluice.pipelines.run;

import dev.sluice.pipelines.config.GateConfig;
import dev.sluice.pipelines.config.JiraConfig;
import dev.sluice.schemas.layout.RunHeader;
import dev.sluice.schemas.layout.State;
import dev.sluice.transforms.Gate;
import dev.sluice.transforms.PlanningCost;
import dev.sluice.transforms.jira.Edition;
import dev.sluice.transforms.jira.JiraClient;
import dev.sluice.transforms.jira.RequestStats;
import dev.sluice.transforms.jql.Shard;
import dev.sluice.transforms.store.WarehouseStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that is decided before anything is read: the server, its fields, the interval, the
 * shards. Costs four requests and one more for each further shard.
 */
record Planning(
    RunRequest request,
    JiraSite site,
    Schema schema,
    ChosenInterval interval,
    List<Shard> shards,
    RequestStats spent,
    WarehouseStore store) {

  private static final Logger LOG = LoggerFactory.getLogger(Planning.class);

  static Planning of(
      JiraClient client,
      RunRequest request,
      Optional<State> state,
      WarehouseStore store,
      Clock clock) {
    JiraConfig jira = request.config().jira();
    JiraSite site = JiraSite.probe(client, clock);
    LOG.info("Jira {} at {}", site.describe(), jira.url());
    Optional<Instant> watermark = state.map(State::watermark);
    ChosenInterval interval = IntervalChoice.choose(request.interval(), watermark, site.now());
    Schema schema =
        Schema.of(client, new FieldRegistryFiles(store).newest(), request.config().fields());
    List<Shard> shards = ShardPlanning.plan(client, jira, site, interval);
    LOG.info(
        "shards: {}, issues: {}, custom fields: {}",
        shards.size(),
        shards.stream().mapToLong(Shard::expected).sum(),
        schema.columns().columns().size());
    return new Planning(request, site, schema, interval, shards, client.stats(), store);
  }

  RunPlan plan(String runId, Instant startedAt, Path folder) {
    JiraConfig jira = request.config().jira();
    RunHeader header =
        new RunHeader(
            runId,
            jira.site(),
            interval.mode(),
            interval.interval(),
            startedAt,
            jira.site(),
            site.editionWord(),
            site.server().version(),
            schema.next().version(),
            SluiceVersion.current(),
            interval.watermark().orElse(null));
    return new RunPlan(
        header,
        Connections.to(jira).withEdition(site.server().edition()),
        folder.toString(),
        shards,
        schema.columns(),
        gate(request.config().gate()),
        jira.pageSize(),
        new PlanningCost(spent.requests(), spent.retries(), spent.throttled().toMillis()));
  }

  RunPreview preview() {
    JiraConfig jira = request.config().jira();
    return new RunPreview(
        site.describe(),
        interval,
        shards,
        spent.requests(),
        jira.pageSize(),
        jira.budget().requestsPerSecond());
  }

  void writeRegistry() {
    new FieldRegistryFiles(store).writeNext(schema.known(), schema.next());
  }

  /** Data Center counts exactly: there nothing is tolerated. */
  private Gate gate(GateConfig gate) {
    boolean exact = site.server().edition() == Edition.DATA_CENTER;
    return new Gate(gate.deadLetters(), exact ? 0 : gate.countTolerance());
  }
}
