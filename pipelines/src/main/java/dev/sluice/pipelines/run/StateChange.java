package dev.sluice.pipelines.run;

import dev.sluice.pipelines.config.SluiceConfig;
import dev.sluice.schemas.layout.Documents;
import dev.sluice.schemas.layout.State;
import dev.sluice.schemas.layout.WarehouseLayout;
import dev.sluice.transforms.store.WarehouseStore;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Changes what a warehouse knows between runs, by hand. Each change holds the lock of the warehouse
 * and counts up the revision, so that no run mistakes the new state for the one it was planned
 * from.
 */
public final class StateChange {

  private final WarehouseRoot root;
  private final String pipeline;
  private final Clock clock;

  /** Changes the state of the warehouse of {@code config}. */
  public StateChange(SluiceConfig config, Clock clock) {
    this.root = WarehouseRoot.at(config.outputPath());
    this.pipeline = config.jira().site();
    this.clock = clock;
  }

  /** The state, or empty when there is none yet. */
  public Optional<State> read() {
    return StateFile.read(root.store(), pipeline);
  }

  /**
   * Moves the watermark: the next increment reads everything that changed since.
   *
   * @throws RunException.Locked when a run is under way
   */
  public State moveWatermark(Instant watermark) {
    return change(
        state ->
            new State(
                State.FORMAT,
                state.revision() + 1,
                pipeline,
                watermark,
                state.lastRunId(),
                state.lastSuccessAt(),
                state.schemaVersion()));
  }

  /**
   * Puts a state that was exported in place of this one.
   *
   * @throws RunException.StateRefused when it is none, or that of another pipeline
   */
  public State replace(byte[] exported) {
    State wanted = parsed(exported);
    if (!wanted.pipeline().equals(pipeline)) {
      throw new RunException.StateRefused(
          "the state is that of '" + wanted.pipeline() + "', not of '" + pipeline + "'",
          "import what 'sluice state export' wrote for this pipeline");
    }
    return change(
        state ->
            new State(
                State.FORMAT,
                Math.max(state.revision(), wanted.revision()) + 1,
                pipeline,
                wanted.watermark(),
                wanted.lastRunId(),
                wanted.lastSuccessAt(),
                wanted.schemaVersion()));
  }

  /** Forgets everything: the next run loads all issues. The files stay. */
  public void clear() {
    locked(
        store -> {
          store.delete(WarehouseLayout.STATE);
          return State.initial(pipeline);
        });
  }

  private State change(UnaryOperator<State> change) {
    return locked(
        store -> {
          State changed =
              change.apply(
                  StateFile.read(store, pipeline).orElseGet(() -> State.initial(pipeline)));
          store.write(WarehouseLayout.STATE, Documents.write(changed));
          return changed;
        });
  }

  private interface Work {
    State on(WarehouseStore store);
  }

  private State locked(Work work) {
    return root.betweenRuns(clock, () -> work.on(root.store()));
  }

  private static State parsed(byte[] exported) {
    try {
      State state = Documents.read(exported, State.class);
      if (state.format() == State.FORMAT) {
        return state;
      }
    } catch (UncheckedIOException e) {
      throw noState();
    }
    throw noState();
  }

  private static RunException.StateRefused noState() {
    return new RunException.StateRefused(
        "the file is no state of this version of sluice",
        "import what 'sluice state export' wrote");
  }
}
