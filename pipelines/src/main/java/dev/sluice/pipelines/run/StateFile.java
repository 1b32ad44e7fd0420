package dev.sluice.pipelines.run;

import dev.sluice.schemas.layout.Documents;
import dev.sluice.schemas.layout.State;
import dev.sluice.schemas.layout.WarehouseLayout;
import dev.sluice.transforms.store.WarehouseStore;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Reads what is known from earlier runs. What cannot be understood is an error: taking it for
 * nothing would start a first load and move the watermark over whatever lies between.
 */
public final class StateFile {

  private StateFile() {}

  /**
   * The state, or empty when the warehouse has none.
   *
   * @throws RunException.StateUnusable when the file is torn, foreign or of a newer version
   */
  public static Optional<State> read(WarehouseStore store, String pipeline) {
    return store.read(WarehouseLayout.STATE).map(json -> valid(json, store, pipeline));
  }

  private static State valid(byte[] json, WarehouseStore store, String pipeline) {
    String place = store.root() + WarehouseLayout.STATE;
    State state = parsed(json, place);
    if (state.format() > State.FORMAT) {
      throw new RunException.StateUnusable(
          place + " was written by a newer version of sluice (format " + state.format() + ")",
          "use that version or a later one");
    }
    if (!pipeline.equals(state.pipeline())) {
      throw new RunException.StateUnusable(
          place + " belongs to '" + state.pipeline() + "', not to '" + pipeline + "'",
          "set jira.site to '" + state.pipeline() + "', or give this Jira its own output.path");
    }
    return state;
  }

  private static State parsed(byte[] json, String place) {
    try {
      State state = Documents.read(json, State.class);
      if (state.format() >= 1) {
        return state;
      }
    } catch (UncheckedIOException | NullPointerException e) {
      throw torn(place);
    }
    throw torn(place);
  }

  private static RunException.StateUnusable torn(String place) {
    return new RunException.StateUnusable(
        place + " is damaged or no state of sluice",
        "restore it from a copy; or move it away and load everything again with 'sluice run'");
  }
}
