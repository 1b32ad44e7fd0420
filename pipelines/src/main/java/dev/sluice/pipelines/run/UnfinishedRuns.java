package dev.sluice.pipelines.run;

import dev.sluice.schemas.field.FieldRegistry;
import dev.sluice.schemas.layout.Documents;
import dev.sluice.schemas.layout.ExitCode;
import dev.sluice.schemas.layout.RunStatus;
import dev.sluice.schemas.layout.RunSummary;
import dev.sluice.schemas.layout.State;
import dev.sluice.schemas.layout.WarehouseLayout;
import dev.sluice.transforms.store.WarehouseStore;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The runs that were cut off: a plan without an end. One that asks the same question on the same
 * state is taken up; of the others everything is removed that no manifest names, unless rows of
 * theirs are on their way somewhere else already. To be called with the lock held.
 */
final class UnfinishedRuns {

  private static final Logger LOG = LoggerFactory.getLogger(UnfinishedRuns.class);

  /** Longer ago nobody waits for it, and what was read is better read anew. */
  private static final Duration OLDEST = Duration.ofDays(7);

  /** Exit codes that the plan itself may be the reason of; others pass, or somebody mends them. */
  private static final Set<Integer> OWN_FAULT =
      Set.of(ExitCode.BUG.code(), ExitCode.DATA_GATE.code(), ExitCode.CONFIG.code());

  private final WarehouseStore store;
  private final Instant now;

  UnfinishedRuns(WarehouseStore store, Instant now) {
    this.store = store;
    this.now = now;
  }

  /**
   * The plan to go on with, if there is one; removes what the other runs left behind.
   *
   * @param scope the question that is asked now
   * @param state as it is now; a plan made from another one is out of date
   */
  Optional<PlanDocument> takeUp(String scope, Optional<State> state) {
    Optional<PlanDocument> taken = Optional.empty();
    boolean cutOff = false;
    for (String path : newestFirst()) {
      String runId = runOf(path);
      Optional<RunSummary> summary = summary(runId);
      if (summary.isPresent() && summary.get().status() != RunStatus.FAILED) {
        forgetShards(runId);
        break;
      }
      cutOff = true;
      Optional<PlanDocument> plan = plan(path);
      boolean goesOn =
          taken.isEmpty()
              && plan.isPresent()
              && plan.get().scope().equals(scope)
              && isOf(state, plan.get())
              && isOnRegistry(plan.get())
              && isPromising(plan.get(), summary);
      if (goesOn) {
        taken = plan;
      } else {
        remove(path, runId, plan);
      }
    }
    taken.ifPresent(this::removeTemporaryFiles);
    if (cutOff) {
      store.deleteUnfinished(WarehouseLayout.control());
      store.deleteUnfinished(WarehouseLayout.fields());
      store.deleteUnfinished(WarehouseLayout.runs() + "*/");
    }
    return taken;
  }

  /** Of a run that has ended the manifest says what is there. */
  void forgetShards(String runId) {
    store.deleteAll(WarehouseLayout.finishedShard(runId, "*"));
  }

  /** How many shards of a plan are finished. */
  int finishedShards(PlanDocument plan) {
    return store.list(WarehouseLayout.finishedShard(plan.run().runId(), "*")).size();
  }

  private static boolean isOf(Optional<State> state, PlanDocument plan) {
    long revision = state.map(State::revision).orElse(0L);
    boolean committed = state.map(State::lastRunId).filter(plan.run().runId()::equals).isPresent();
    return committed || revision == plan.run().stateRevision();
  }

  /** Columns may have been given away since the plan was made. */
  private boolean isOnRegistry(PlanDocument plan) {
    FieldRegistry planned = plan.schema().registry();
    FieldRegistry newest = new FieldRegistryFiles(store).newest();
    return planned.equals(newest) || plan.schema().known() == newest.version();
  }

  /** A plan that fails for itself, and comes no further when begun again, is made anew. */
  private boolean isPromising(PlanDocument plan, Optional<RunSummary> summary) {
    if (plan.run().startedAt().plus(OLDEST).isBefore(now)) {
      return false;
    }
    boolean ownFault = summary.map(RunSummary::exitCode).filter(OWN_FAULT::contains).isPresent();
    return !ownFault || plan.attempts() == 1 || finishedShards(plan) > plan.finishedBefore();
  }

  private List<String> newestFirst() {
    List<String> paths = new ArrayList<>(store.list(WarehouseLayout.plan("*")));
    paths.sort(Comparator.reverseOrder());
    return paths;
  }

  private Optional<RunSummary> summary(String runId) {
    return store.read(WarehouseLayout.summary(runId)).flatMap(json -> read(json, RunSummary.class));
  }

  private Optional<PlanDocument> plan(String path) {
    return store
        .read(path)
        .flatMap(json -> read(json, PlanDocument.class))
        .filter(plan -> plan.format() == PlanDocument.FORMAT);
  }

  private static <T> Optional<T> read(byte[] json, Class<T> type) {
    try {
      return Optional.of(Documents.read(json, type));
    } catch (UncheckedIOException e) {
      return Optional.empty();
    }
  }

  private void remove(String planPath, String runId, Optional<PlanDocument> plan) {
    boolean published =
        store.exists(WarehouseLayout.manifest(runId))
            || store.exists(WarehouseLayout.sending(runId));
    plan.map(PlanDocument::schema)
        .filter(schema -> !published && schema.isNews())
        .ifPresent(schema -> new FieldRegistryFiles(store).withdraw(schema.registry()));
    int files = published ? 0 : store.deleteAll("*/interval=*/run=" + runId + "/*");
    forgetShards(runId);
    store.delete(planPath);
    LOG.info("run {} was cut off and is not taken up; {} files of it are removed", runId, files);
  }

  private void removeTemporaryFiles(PlanDocument plan) {
    for (String table : plan.tables().selected()) {
      store.deleteUnfinished(
          WarehouseLayout.dataFolder(table, plan.run().interval(), plan.run().runId()));
    }
  }

  private static String runOf(String planPath) {
    String folder = planPath.substring(0, planPath.lastIndexOf('/'));
    return folder.substring(folder.lastIndexOf('/') + 1);
  }
}
