package dev.sluice.transforms;

import dev.sluice.schemas.layout.Manifest;
import dev.sluice.schemas.layout.RunSummary;
import dev.sluice.schemas.layout.State;
import org.jspecify.annotations.Nullable;

/**
 * A run all of whose files are whole, between its last file and its manifest: what is published
 * elsewhere is published from here, and nobody reads the files yet.
 *
 * @param manifest null when the run failed, so that there is nothing to publish
 * @param after what the state becomes; null when it stays
 * @param stateRevision the revision of the state that {@code after} follows
 */
public record EndedRun(
    @Nullable Manifest manifest, RunSummary summary, @Nullable State after, long stateRevision) {

  /** The same run with one more thing for people to know. */
  public EndedRun noting(String warning) {
    return new EndedRun(manifest, summary.noting(warning), after, stateRevision);
  }
}
