package dev.sluice.pipelines.run;

import java.util.List;
import org.apache.beam.sdk.PipelineResult;

/** A run cannot start or go on, for a reason that lies outside Jira. */
public abstract sealed class RunException extends RuntimeException {

  private final String hint;

  private RunException(String message, String hint) {
    super(message);
    this.hint = hint;
  }

  private RunException(String message, String hint, Throwable cause) {
    super(message, cause);
    this.hint = hint;
  }

  /** What to do about it. */
  public String hint() {
    return hint;
  }

  /** There is no success that a run could continue from. */
  public static final class NothingLoadedYet extends RunException {
    NothingLoadedYet() {
      super(
          "there is no last success to continue from",
          "start the first load with 'sluice run', or check that output.path is the right one");
    }
  }

  /** What is known between runs cannot be read or belongs to something else. */
  public static final class StateUnusable extends RunException {
    StateUnusable(String message, String hint) {
      super(message, hint);
    }
  }

  /** Another run of the same warehouse is under way. */
  public static final class Locked extends RunException {
    Locked(String holder) {
      super(
          "another run is writing this warehouse: " + holder,
          "wait for it to end; if it is certainly gone, start again with --force");
    }
  }

  /** The warehouse cannot be where the configuration puts it. */
  public static final class OutputRefused extends RunException {
    /** A refusal and how to mend it. */
    public OutputRefused(String message, String hint) {
      super(message, hint);
    }
  }

  /** The warehouse cannot be written just now. */
  public static final class OutputUnavailable extends RunException {
    OutputUnavailable(String message, Throwable cause) {
      this(message, "look at the disk or the mount, then start again", cause);
    }

    /** What did not work, and what to look at. */
    public OutputUnavailable(String message, String hint, Throwable cause) {
      super(message, hint, cause);
    }
  }

  /** The caller may not write to the warehouse. */
  public static final class OutputDenied extends RunException {
    /** What is not allowed, and who can allow it. */
    public OutputDenied(String message, String hint, Throwable cause) {
      super(message, hint, cause);
    }
  }

  /** Rows that are about to be merged are not unique. */
  public static final class DoubledRows extends RunException {
    /** Names the tables. */
    public DoubledRows(String message) {
      super(message, "nothing was changed; run the interval again, and report it if it recurs");
    }
  }

  /** Options of the runner that cannot be used. */
  public static final class RunnerRefused extends RunException {
    /** What cannot be used, and what can. */
    public RunnerRefused(String message, String hint) {
      super(message, hint);
    }
  }

  /** A run was named that left no summary. */
  public static final class NoSuchRun extends RunException {
    /** Names the run and the warehouse. */
    public NoSuchRun(String runId, String root) {
      super(
          "there is no run " + runId + " in " + root,
          "see 'sluice runs list'; a run that was killed leaves no summary");
    }

    /** The last run was asked for, and there is none. */
    public NoSuchRun(String root) {
      super(
          "no run has come to an end in " + root,
          "start the first load with 'sluice run', or check that output.path is the right one");
    }
  }

  /** A change of the state that would lose data, or that nobody confirmed. */
  public static final class StateRefused extends RunException {
    public StateRefused(String message, String hint) {
      super(message, hint);
    }
  }

  /** Fields have changed in a way that the configuration forbids. */
  public static final class SchemaDrift extends RunException {
    private final List<String> changes;

    SchemaDrift(List<String> changes) {
      super(
          "the fields of Jira have changed: " + String.join("; ", changes),
          "see 'sluice schema check'; take the change back in Jira, or allow it with fields.changes"
              + " or without fields.freeze");
      this.changes = List.copyOf(changes);
    }

    /** What has changed, one line each. */
    public List<String> changes() {
      return changes;
    }
  }

  /** The pipeline ended without leaving its summary. */
  public static final class NoSummary extends RunException {
    NoSummary(String place, PipelineResult.State end) {
      super(
          "the pipeline ended (" + end + ") without leaving " + place,
          "look at what its runner says, or start again with --debug; nothing was published");
    }
  }
}
