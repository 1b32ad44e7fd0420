package dev.sluice.pipelines.run;

import dev.sluice.pipelines.config.GateConfig;
import dev.sluice.pipelines.config.JiraConfig;
import dev.sluice.pipelines.config.TablesConfig;
import dev.sluice.schemas.history.HistoryOptions;
import dev.sluice.schemas.layout.RunHeader;
import dev.sluice.schemas.layout.State;
import dev.sluice.schemas.table.Tables;
import dev.sluice.transforms.Gate;
import dev.sluice.transforms.PlannedSchema;
import dev.sluice.transforms.PlanningCost;
import dev.sluice.transforms.ShardReport;
import dev.sluice.transforms.SweepPlan;
import dev.sluice.transforms.jira.Edition;
import dev.sluice.transforms.jira.JiraClient;
import dev.sluice.transforms.jira.RequestStats;
import dev.sluice.transforms.jql.Shard;
import dev.sluice.transforms.store.WarehouseStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that is decided before anything is read: the server, its fields, the interval, the
 * shards. Costs four requests and one more for each further shard, one if fields are missed, one
 * for the categories of statuses where a history needs them, and two for an increment of worklogs.
 */
record Planning(
    RunRequest request,
    JiraSite site,
    SchemaLook look,
    PlannedSchema schema,
    ChosenInterval interval,
    PlannedReading reading,
    HistoryOptions history,
    RequestStats spent,
    long stateRevision,
    WarehouseStore store) {

  private static final Logger LOG = LoggerFactory.getLogger(Planning.class);

  static Planning of(
      JiraClient client,
      RunRequest request,
      Optional<State> state,
      WarehouseStore store,
      Clock clock,
      Instant startedAt) {
    JiraConfig jira = request.config().jira();
    JiraSite site = JiraSite.probe(client, clock);
    LOG.info("Jira {} at {}", site.describe(), jira.url());
    Optional<Instant> watermark = state.map(State::watermark);
    ChosenInterval interval =
        IntervalChoice.choose(
            request.interval(), watermark, site.now(), request.config().horizon());
    SchemaLook look =
        SchemaLook.at(
            client,
            site.server().edition(),
            new FieldRegistryFiles(store).newest(),
            request.config(),
            startedAt);
    PlannedSchema schema = look.planned();
    HistoryOptions history = Histories.of(client, request.config().tables());
    PlannedReading reading =
        new ShardPlanning(client, request.config(), site, look.columns(), store)
            .plan(interval, state.isPresent());
    LOG.info(
        "shards: {}, issues: {}, custom fields: {}",
        reading.shards().size(),
        reading.shards().stream().mapToLong(Shard::expected).sum(),
        look.columns().columns().size());
    return new Planning(
        request,
        site,
        look,
        schema,
        interval,
        reading,
        history,
        client.stats(),
        state.map(State::revision).orElse(0L),
        store);
  }

  RunPlan plan(String runId, Instant startedAt, String root) {
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
            schema.registry().version(),
            SluiceVersion.current(),
            interval.watermark().orElse(null),
            stateRevision);
    return new RunPlan(
        header,
        Connections.to(jira).withEdition(site.server().edition()),
        root,
        request.config().output().bigQuery(),
        reading.shards(),
        look.columns(),
        schema,
        tables(),
        gate(request.config().gate()),
        jira.pageSize(),
        cost(startedAt),
        reading.sweep());
  }

  /** A census has a shard of its own that says what it has cost. */
  private PlanningCost cost(Instant now) {
    Optional<ShardReport> census = reading.sweep().map(SweepPlan::census);
    return new PlanningCost(
        spent.requests() - census.map(ShardReport::requests).orElse(0L),
        spent.retries() - census.map(ShardReport::retries).orElse(0L),
        spent.throttled().toMillis() - census.map(ShardReport::throttledMs).orElse(0L),
        Stream.concat(
                SecretExpiry.warning(request.config().jira().auth(), now).stream(),
                reading.warnings().stream())
            .toList(),
        SecretExpiry.notice(request.config().jira().auth(), now).stream().toList(),
        reading.hiddenProjects(),
        reading.sweep().map(SweepPlan::counts).orElse(null));
  }

  RunPreview preview() {
    JiraConfig jira = request.config().jira();
    return new RunPreview(
        site.describe(),
        interval,
        reading.shards(),
        spent.requests(),
        jira.pageSize(),
        jira.budget().requestsPerSecond(),
        Math.toIntExact(
            Tables.dimensions().stream()
                .filter(table -> request.config().tables().selected().contains(table.name()))
                .count()));
  }

  private TablePlan tables() {
    TablesConfig tables = request.config().tables();
    return new TablePlan(
        tables.selected(), tables.required(), history, request.config().jira().projects());
  }

  /** Data Center counts exactly: there nothing is tolerated. */
  private Gate gate(GateConfig gate) {
    boolean exact = site.server().edition() == Edition.DATA_CENTER;
    return new Gate(gate.deadLetters(), exact ? 0 : gate.countTolerance());
  }
}
