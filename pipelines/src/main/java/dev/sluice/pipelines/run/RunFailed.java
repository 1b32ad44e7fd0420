package dev.sluice.pipelines.run;

import dev.sluice.schemas.layout.RunSummary;

/** A run ended without publishing anything. The cause says why, the summary how far it came. */
public final class RunFailed extends RuntimeException {

  private final transient RunSummary summary;

  RunFailed(RunSummary summary, Throwable cause) {
    super(cause);
    this.summary = summary;
  }

  /** How far the run came; exit code and error included. */
  public RunSummary summary() {
    return summary;
  }
}
