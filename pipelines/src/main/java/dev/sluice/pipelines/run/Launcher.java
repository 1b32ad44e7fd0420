package dev.sluice.pipelines.run;

import dev.sluice.pipelines.JiraToWarehouse;
import dev.sluice.schemas.layout.Documents;
import dev.sluice.schemas.layout.RunSummary;
import dev.sluice.schemas.layout.State;
import dev.sluice.schemas.layout.WarehouseLayout;
import dev.sluice.transforms.jira.Budget;
import dev.sluice.transforms.jira.JiraClient;
import dev.sluice.transforms.jira.JiraConnection;
import dev.sluice.transforms.store.WarehouseStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * Starts one run: decides everything, writes the plan, builds the pipeline and waits for it. What a
 * run leaves is written by the pipeline itself.
 */
public final class Launcher {

  private final Clock clock;
  private final RunListener listener;

  /** A launcher whose runs are told to {@code listener}. */
  public Launcher(Clock clock, RunListener listener) {
    this.clock = clock;
    this.listener = listener;
  }

  /**
   * Runs, and returns the summary that the pipeline left. Its exit code and error are still to be
   * filled in.
   *
   * @throws RunFailed when nothing was published; its cause says why
   */
  public RunSummary run(RunRequest request) {
    RunJournal journal =
        new RunJournal(RunIds.next(clock.instant(), new SecureRandom()), request.config(), clock);
    try {
      return run(request, journal);
    } catch (RuntimeException | Error e) {
      throw new RunFailed(journal.failed(), e);
    }
  }

  /** What a run would do, without a lock and without writing anything. */
  public RunPreview preview(RunRequest request) {
    WarehouseStore store = WarehouseRoot.at(request.config().outputPath()).store();
    Optional<State> state = StateFile.read(store, request.config().jira().site());
    try (JiraClient client = JiraClient.open(Connections.to(request.config().jira()))) {
      Planning planning = Planning.of(client, request, state, store, clock);
      return planning.preview();
    }
  }

  private RunSummary run(RunRequest request, RunJournal journal) {
    PipelineOptions options =
        RunnerOptions.of(request.beamArguments(), request.config().jira().budget().concurrency());
    WarehouseRoot root = WarehouseRoot.at(request.config().outputPath());
    root.requireWritable();
    RunLock lock =
        RunLock.acquire(
            root.folder().resolve(WarehouseLayout.LOCK),
            LockHolderIdentity.ofThisProcess(journal.runId()),
            clock,
            request.force());
    try {
      return run(plan(request, root, journal), options, root.store(), journal);
    } finally {
      lock.close();
    }
  }

  private RunPlan plan(RunRequest request, WarehouseRoot root, RunJournal journal) {
    WarehouseStore store = root.store();
    Optional<State> state = StateFile.read(store, request.config().jira().site());
    journal.found(state);
    JiraConnection connection = Connections.to(request.config().jira());
    try (JiraClient client = JiraClient.open(connection)) {
      journal.watch(client);
      Planning planning = Planning.of(client, request, state, store, clock);
      RunPlan plan = planning.plan(journal.runId(), journal.startedAt(), root.folder());
      planning.writeRegistry();
      store.write(WarehouseLayout.plan(journal.runId()), Documents.write(plan));
      journal.planned(plan);
      return plan;
    }
  }

  private RunSummary run(
      RunPlan plan, PipelineOptions options, WarehouseStore store, RunJournal journal) {
    Pipeline pipeline = Pipeline.create(options);
    JiraToWarehouse.build(pipeline, plan);
    Budget budget = Budget.forSite(plan.jira().siteKey(), plan.jira().budget());
    var result = pipeline.run();
    journal.watch(result);
    new PipelineWatch(plan, budget, clock, listener).await(result);
    String summary = WarehouseLayout.summary(journal.runId());
    return store
        .read(summary)
        .map(json -> Documents.read(json, RunSummary.class))
        .orElseThrow(() -> new RunException.NoSummary(store.root() + summary));
  }
}
