package dev.sluice.pipelines.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.pipelines.config.JiraConfig;
import dev.sluice.pipelines.config.SluiceConfig;
import dev.sluice.schemas.field.FieldColumn;
import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.layout.RunMode;
import dev.sluice.schemas.layout.State;
import dev.sluice.schemas.table.Tables;
import dev.sluice.schemas.value.Timestamps;
import dev.sluice.transforms.DeadLetterFiles;
import dev.sluice.transforms.IssueIdShards;
import dev.sluice.transforms.OpenDeadLetter;
import dev.sluice.transforms.SweepPlan;
import dev.sluice.transforms.WorklogCatchUp;
import dev.sluice.transforms.jira.Edition;
import dev.sluice.transforms.jira.JiraClient;
import dev.sluice.transforms.jira.JiraException;
import dev.sluice.transforms.jira.SearchRequest;
import dev.sluice.transforms.jql.IssueCounter;
import dev.sluice.transforms.jql.PlanRequest;
import dev.sluice.transforms.jql.Shard;
import dev.sluice.transforms.jql.ShardPlanner;
import dev.sluice.transforms.state.CurrentState;
import dev.sluice.transforms.store.WarehouseStore;
import dev.sluice.transforms.sweep.Comparison;
import dev.sluice.transforms.sweep.SweepRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks Jira how many issues there are where, and cuts what is to be read accordingly. */
final class ShardPlanning {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final JiraClient client;
  private final SluiceConfig config;
  private final JiraSite site;
  private final FieldColumns columns;
  private final WarehouseStore store;
  private final IssueCounter counter;

  ShardPlanning(
      JiraClient client,
      SluiceConfig config,
      JiraSite site,
      FieldColumns columns,
      WarehouseStore store) {
    this.client = client;
    this.config = config;
    this.site = site;
    this.columns = columns;
    this.store = store;
    this.counter = new JiraIssueCounter(client);
  }

  /**
   * Plans; when Jira refuses because it no longer shows some of the projects, the others.
   *
   * @param loadedBefore whether the same question was once answered: else the projects may as well
   *     be misspelt, and nothing is read
   */
  PlannedReading plan(ChosenInterval interval, boolean loadedBefore) {
    try {
      return plan(interval);
    } catch (JiraException.Refused e) {
      // A sweep looks at the projects itself: what is hidden must not pass for deleted.
      boolean optional = loadedBefore && interval.mode() != RunMode.SWEEP;
      if (!optional || config.jira().projects().isEmpty()) {
        throw e;
      }
      ProjectsShown projects = ProjectsShown.of(config.jira().projects(), client);
      if (!projects.onlySome()) {
        throw e;
      }
      SluiceConfig rest = config.withProjects(projects.shown());
      return new ShardPlanning(client, rest, site, columns, store)
          .plan(interval)
          .without(projects.hidden());
    }
  }

  private PlannedReading plan(ChosenInterval interval) {
    if (interval.mode() == RunMode.REPLAY) {
      return deadLetters();
    }
    if (interval.mode() == RunMode.SWEEP) {
      return PlannedReading.of(sweep());
    }
    List<Shard> shards = ranges(interval);
    boolean catchesUp =
        interval.mode() == RunMode.INCREMENTAL
            && config.tables().selected().contains(Tables.WORKLOG);
    return catchesUp
        ? withWorklogs(shards, interval)
        : new PlannedReading(shards, nothingAtAll(shards, interval));
  }

  /** Jira takes a misspelt query for words to look for, and finds nothing, without a complaint. */
  private static List<String> nothingAtAll(List<Shard> shards, ChosenInterval interval) {
    return interval.mode().readsEverything() && shards.stream().allMatch(s -> s.expected() == 0)
        ? List.of(
            "Jira finds no issue at all: check jira.jql and jira.projects, and that the account may"
                + " browse what is to be read")
        : List.of();
  }

  private List<Shard> ranges(ChosenInterval interval) {
    JiraConfig jira = config.jira();
    PlanRequest request =
        new PlanRequest(
            Scopes.of(jira),
            interval.field(),
            interval.range(),
            interval.mode().readsEverything() ? earliest() : Optional.empty(),
            site.now(),
            jira.budget().concurrency(),
            PlanRequest.DEFAULT_MAX_SIZE,
            site.server().edition() == Edition.CLOUD ? PlanRequest.APPROXIMATE : PlanRequest.EXACT);
    return new ShardPlanner().plan(request, counter);
  }

  /** Besides what changed: issues of which only a worklog did. */
  private PlannedReading withWorklogs(List<Shard> shards, ChosenInterval interval) {
    Instant since = interval.range().from();
    WorklogCatchUp worklogs = WorklogCatchUp.since(since, client.worklogs(), store);
    IssueIdShards named =
        IssueIdShards.plan(
            "worklog", shards.size(), worklogs.issueIds(), Optional.of(since), counter);
    List<Shard> all = new ArrayList<>(shards);
    all.addAll(named.shards());
    return new PlannedReading(all, worklogs.warnings());
  }

  private PlannedReading deadLetters() {
    List<OpenDeadLetter> open = DeadLetterFiles.of(store).open();
    IssueIdShards named =
        IssueIdShards.plan(
            "replay",
            0,
            open.stream().map(OpenDeadLetter::issueId).toList(),
            Optional.empty(),
            counter);
    return new PlannedReading(
        named.shards(),
        open.stream()
            .filter(letter -> named.unknown().contains(letter.issueId()))
            .map(
                letter ->
                    "issue "
                        + letter.issueKey()
                        + " (id "
                        + letter.issueId()
                        + "), set aside by run "
                        + letter.runId()
                        + ", is no longer there or hidden from this account")
            .toList());
  }

  private SweepPlan sweep() {
    CurrentState state = CurrentState.of(store);
    if (state.size() == 0) {
      throw new RunException.NothingLoadedYet();
    }
    boolean counts = site.server().edition() == Edition.DATA_CENTER;
    SweepRequest request =
        new SweepRequest(
            Scopes.of(config.jira()),
            site.server().edition(),
            config.sweep().maxDeleted(),
            counts ? 0 : config.gate().countTolerance(),
            site.now(),
            StateFile.read(store, config.jira().site()).map(State::watermark),
            comparison());
    return SweepPlan.of(request, state, client, counter);
  }

  private Comparison comparison() {
    Map<String, String> epicLinks = new HashMap<>();
    for (FieldColumn column : columns.columns()) {
      if (column.field().customKind().filter("gh-epic-link"::equals).isPresent()) {
        epicLinks.put(column.fieldId(), column.column());
      }
    }
    return new Comparison(config.sweep().thorough(), config.tables().selected(), epicLinks);
  }

  /** One request that saves several: where the first load begins to cut. */
  private Optional<Instant> earliest() {
    String oldestFirst = Scopes.allIssues(config.jira()) + " ORDER BY created ASC";
    SearchRequest request = new SearchRequest(oldestFirst, List.of("created"), List.of(), 1);
    return client.search(request).next().stream()
        .flatMap(page -> page.issues().stream())
        .findFirst()
        .flatMap(ShardPlanning::created);
  }

  /** Only a hint: what cannot be read is as good as none. */
  private static Optional<Instant> created(byte[] issue) {
    try {
      String stamp = MAPPER.readTree(issue).path("fields").path("created").asText("");
      return Timestamps.parse(stamp);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
