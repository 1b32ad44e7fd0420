package dev.sluice.pipelines.run;

import dev.sluice.schemas.layout.RunSummary;

/** Knows what an exception means to the user. */
public interface FailureTeller {

  /**
   * The summary of a run that failed, with the exit code and the error that belong to the cause.
   */
  RunSummary tell(RunSummary failed, Throwable cause);
}
