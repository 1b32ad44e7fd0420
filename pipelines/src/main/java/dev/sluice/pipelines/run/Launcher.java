package dev.sluice.pipelines.run;

import dev.sluice.pipelines.JiraToWarehouse;
import dev.sluice.pipelines.report.RunReports;
import dev.sluice.schemas.layout.Documents;
import dev.sluice.schemas.layout.RunStatus;
import dev.sluice.schemas.layout.RunSummary;
import dev.sluice.schemas.layout.State;
import dev.sluice.schemas.layout.WarehouseLayout;
import dev.sluice.transforms.jira.Budget;
import dev.sluice.transforms.jira.JiraClient;
import dev.sluice.transforms.store.WarehouseStore;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts one run: decides everything, writes the plan, builds the pipeline and waits for it. What a
 * run leaves is written by the pipeline itself.
 */
public final class Launcher {

  private static final Logger LOG = LoggerFactory.getLogger(Launcher.class);

  private final Clock clock;
  private final RunListener listener;
  private final FailureTeller teller;

  /** A launcher whose runs are told to {@code listener}, and their failures by {@code teller}. */
  public Launcher(Clock clock, RunListener listener, FailureTeller teller) {
    this.clock = clock;
    this.listener = listener;
    this.teller = teller;
  }

  /**
   * Runs, and returns the summary that the pipeline left. A run that was cut off and asked the same
   * is taken up, under its own name: shards it has finished are not read again.
   *
   * @throws RunFailed when nothing was published; its cause says why
   */
  public RunSummary run(RunRequest request) {
    RunJournal journal =
        new RunJournal(RunIds.next(clock.instant(), new SecureRandom()), request.config(), clock);
    try {
      return run(request, journal);
    } catch (RuntimeException | Error e) {
      throw new RunFailed(teller.tell(journal.failed(), e), e);
    }
  }

  /** What a run would do, without a lock and without writing anything. */
  public RunPreview preview(RunRequest request) {
    FileSystems.setDefaultPipelineOptions(options(request));
    WarehouseStore store = WarehouseRoot.at(request.config().outputPath()).store();
    Optional<State> state = StateFile.read(store, request.config().jira().site());
    try (JiraClient client = JiraClient.open(Connections.to(request.config().jira()))) {
      Planning planning = Planning.of(client, request, state, store, clock, clock.instant());
      return planning.preview();
    }
  }

  private RunSummary run(RunRequest request, RunJournal journal) {
    PipelineOptions options = options(request);
    Optional<Cluster> cluster = Cluster.of(options);
    cluster.ifPresent(it -> it.prepare(options, request.config()));
    FileSystems.setDefaultPipelineOptions(options);
    WarehouseRoot root = WarehouseRoot.at(request.config().outputPath());
    root.requireWritable();
    RunLock lock =
        root.lock(LockHolderIdentity.ofThisProcess(journal.runId()), clock, request.force());
    try {
      if (!request.force()) {
        new SubmittedJobs(root.store()).requireEnded(cluster, options);
      }
      RunPlan plan = plan(request, root, options, journal).among(RunnerOptions.workers(options));
      return cluster.isPresent()
          ? elsewhere(plan, cluster.get(), options, request.waits(), root.store(), journal)
          : pointed(
              new LocalMerge(root).after(request, here(plan, options, root.store(), journal)),
              root.store());
    } catch (RuntimeException | Error e) {
      // An interrupted thread cannot write files; what was interrupted is told by the exception.
      var unused = Thread.interrupted();
      keep(journal, e, root.store());
      throw e;
    } finally {
      lock.close();
    }
  }

  /** A run that was planned and failed is told by its summary; its plan can be taken up. */
  private void keep(RunJournal journal, Throwable cause, WarehouseStore store) {
    if (journal.isPlanned() && !store.exists(WarehouseLayout.manifest(journal.runId()))) {
      store.write(
          WarehouseLayout.summary(journal.runId()),
          Documents.write(teller.tell(journal.failed(), cause)));
      new RunReports(store).publishAtTheEnd(journal.runId());
    }
  }

  /** The summary of a run with where its page is, if it was written. */
  private static RunSummary pointed(RunSummary summary, WarehouseStore store) {
    String report = WarehouseLayout.report(summary.runId());
    return store.exists(report) ? summary.alsoAt(store.root() + report) : summary;
  }

  private static PipelineOptions options(RunRequest request) {
    return RunnerOptions.of(
        request.beamArguments(), request.config().jira().budget().concurrency());
  }

  private RunPlan plan(
      RunRequest request, WarehouseRoot root, PipelineOptions options, RunJournal journal) {
    WarehouseStore store = root.store();
    Optional<State> state = StateFile.read(store, request.config().jira().site());
    journal.found(state);
    String scope = PlanScope.of(request.interval(), request.config());
    UnfinishedRuns unfinished = new UnfinishedRuns(store, clock.instant());
    Optional<PlanDocument> earlier =
        unfinished.takeUp(request.interval().outlivesItsRun() ? scope : "", state);
    RunPlan plan =
        earlier.isPresent()
            ? takenUp(earlier.get(), unfinished.finishedShards(earlier.get()), request, root)
            : planned(request, state, scope, root, options, journal);
    journal.planned(plan);
    return plan;
  }

  private RunPlan planned(
      RunRequest request,
      Optional<State> state,
      String scope,
      WarehouseRoot root,
      PipelineOptions options,
      RunJournal journal) {
    WarehouseStore store = root.store();
    try (JiraClient client = JiraClient.open(Connections.to(request.config().jira()))) {
      journal.watch(client);
      Planning planning = Planning.of(client, request, state, store, clock, journal.startedAt());
      RunPlan plan = planning.plan(journal.runId(), journal.startedAt(), root.location());
      plan.bigQuery()
          .ifPresent(
              target ->
                  BigQuerySink.find()
                      .requireUsable(target, plan.tables(), plan.columns(), options));
      store.write(WarehouseLayout.plan(journal.runId()), Documents.write(plan.document(scope)));
      return plan;
    }
  }

  private static RunPlan takenUp(
      PlanDocument earlier, int finished, RunRequest request, WarehouseRoot root) {
    root.store()
        .write(
            WarehouseLayout.plan(earlier.run().runId()),
            Documents.write(earlier.attempted(finished)));
    String story =
        "run %s was cut off and is taken up: %d of %d shards were there"
            .formatted(earlier.run().runId(), finished, earlier.shards().size());
    LOG.info("{}", story);
    return RunPlan.of(
            earlier,
            Connections.to(request.config().jira()).withEdition(JiraSite.edition(earlier.run())),
            root.location(),
            request.config().output().bigQuery())
        .noting(story);
  }

  private RunSummary here(
      RunPlan plan, PipelineOptions options, WarehouseStore store, RunJournal journal) {
    return await(plan, start(plan, options), store, journal);
  }

  /** Submits the run as a job, which needs its launcher no more. */
  private RunSummary elsewhere(
      RunPlan plan,
      Cluster cluster,
      PipelineOptions options,
      boolean waits,
      WarehouseStore store,
      RunJournal journal) {
    String runId = plan.run().runId();
    new SubmittedJobs(store).note(runId, cluster.jobName(options), clock.instant());
    PipelineResult submitted = start(plan, options);
    String jobId = cluster.jobId(submitted, options);
    return waits
        ? await(plan, submitted, store, journal).ofJob(jobId)
        : journal.submitted(jobId, store.root() + WarehouseLayout.summary(runId));
  }

  private static PipelineResult start(RunPlan plan, PipelineOptions options) {
    Pipeline pipeline = Pipeline.create(options);
    JiraToWarehouse.build(pipeline, plan);
    return pipeline.run();
  }

  private RunSummary await(
      RunPlan plan, PipelineResult result, WarehouseStore store, RunJournal journal) {
    Budget budget = Budget.forSite(plan.jira().siteKey(), plan.jira().budget());
    journal.watch(result);
    PipelineResult.State end;
    try {
      end = new PipelineWatch(plan, budget, clock, listener).await(result);
    } catch (RuntimeException | Error e) {
      stop(result, e);
      throw e;
    }
    String place = WarehouseLayout.summary(plan.run().runId());
    RunSummary summary =
        store
            .read(place)
            .map(json -> Documents.read(json, RunSummary.class))
            .orElseThrow(() -> new RunException.NoSummary(store.root() + place, end));
    if (summary.status() != RunStatus.FAILED) {
      new UnfinishedRuns(store, clock.instant()).forgetShards(plan.run().runId());
    }
    return summary;
  }

  /** A pipeline nobody waits for any more must not go on asking Jira. */
  private static void stop(PipelineResult result, Throwable reason) {
    try {
      result.cancel();
    } catch (IOException | RuntimeException e) {
      reason.addSuppressed(e);
    }
  }
}
