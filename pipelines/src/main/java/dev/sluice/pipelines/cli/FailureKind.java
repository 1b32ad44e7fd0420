package dev.sluice.pipelines.cli;

import dev.sluice.pipelines.check.Unreachable;
import dev.sluice.pipelines.config.ConfigException;
import dev.sluice.pipelines.run.RunException;
import dev.sluice.schemas.layout.ExitCode;
import dev.sluice.transforms.failure.JiraFailures;
import dev.sluice.transforms.jira.JiraException;
import dev.sluice.transforms.local.LocalWarehouseException;
import dev.sluice.transforms.local.QueryRefused;
import dev.sluice.transforms.store.RegistryOvertakenException;
import dev.sluice.transforms.sweep.SuspiciousCensusException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Every kind of failure that has a name: how the program ends with it, what it means and what has
 * been tried by then. The word of a kind is what summaries call {@code error.class}.
 */
enum FailureKind {
  MISCONFIGURED(
      JiraException.Misconfigured.class,
      "The configuration cannot work, and no request was needed to see it.",
      Tried.NOTHING),
  UNAUTHORISED(
      JiraException.Unauthorised.class,
      "Jira does not know the caller: the credentials are wrong, expired or missing, or the login is"
          + " locked.",
      "The secret was read once more, in case it had been rotated; the same credentials are never"
          + " sent again, since that could lock the account."),
  FORBIDDEN(
      JiraException.Forbidden.class,
      "Jira knows the caller and does not let it have this.",
      Tried.NOT_REPEATED),
  PROJECT_HIDDEN(
      "ProjectHidden",
      ExitCode.DENIED,
      "A project that was loaded before is gone, or the account may no longer browse it. The others"
          + " were loaded; the run is partial and the watermark stays.",
      "The list of projects was asked for. Give the account Browse Projects again, or take the"
          + " project out of jira.projects."),
  REFUSED(
      JiraException.Refused.class,
      "Jira understood the request and refuses it, mostly because of the JQL.",
      Tried.NOT_REPEATED + " After a 413 smaller pages were asked for."),
  NOT_FOUND(
      JiraException.NotFound.class,
      "Nothing is there, or the caller may not see it: Jira does not tell which.",
      Tried.NOT_REPEATED),
  GONE(JiraException.Gone.class, "Jira has removed what was asked for.", Tried.NOT_REPEATED),
  NOT_JIRA(
      JiraException.NotJira.class,
      "What answers at the address is not Jira's REST interface.",
      "A page that appears in the middle of a run is taken for maintenance: " + Tried.REPEATED),
  UNAVAILABLE(
      JiraException.Unavailable.class,
      "Jira could not be reached, did not serve, or asked for a longer wait than budget.max-wait.",
      Tried.REPEATED + " A wait that Jira told was kept to."),
  MALFORMED(
      JiraException.Malformed.class,
      "Jira answered, but not with what its interface promises.",
      Tried.REPEATED),
  TOKEN_REFUSED(
      JiraException.TokenRefused.class,
      "Jira no longer accepts the token of the next page.",
      "The shard was begun anew once, with a fresh token."),
  WINDOW_EXCEEDED(
      JiraException.WindowExceeded.class,
      "Jira shows only the first thousands of issues of one query.",
      "The range was cut into smaller ones as far as minutes go."),
  UNREACHABLE(
      Unreachable.class,
      "Unreachable",
      ExitCode.UNAVAILABLE,
      "A check could not get through to the server: name, connection or encryption.",
      "One attempt. The message says which of the three steps failed."),
  COUNT_MISMATCH(
      "CountMismatch",
      ExitCode.DATA_GATE,
      "What was read is not what Jira counts. What was read is published as partial; the watermark"
          + " stays.",
      "Jira counted again after reading, and what was short was read again. Run the interval again;"
          + " table _shard has the JQL and the counts of every shard."),
  DEAD_LETTERS(
      "DeadLetters",
      ExitCode.DATA_GATE,
      "More issues were set aside than gate.dead-letters allows.",
      "Table _dead_letter has each issue with its JSON and the reason; once Jira or this program is"
          + " mended, run with --replay-dead-letters fetches them again."),
  SUSPICIOUS_CENSUS(
      SuspiciousCensusException.class,
      "SuspiciousCensus",
      ExitCode.DATA_GATE,
      "A sweep found so much missing that it is more likely to be wrong than the issues deleted.",
      "The missing issues were looked up one by one. Nothing was written."),
  SCHEMA_DRIFT(
      RunException.SchemaDrift.class,
      ExitCode.DATA_GATE,
      "Fields have changed in Jira in a way that fields.freeze or fields.changes forbids.",
      "The list of fields was compared with the registry. Nothing was written."),
  REGISTRY_OVERTAKEN(
      RegistryOvertakenException.class,
      "RegistryOvertaken",
      ExitCode.LOCKED,
      "Another run, under a lock that was forced, has named columns while this one ran.",
      "What was read is not published, since it may stand under columns that are no longer its own."),
  LOCKED(
      RunException.Locked.class,
      ExitCode.LOCKED,
      "Another run of the same warehouse is under way.",
      "A lock whose holder has not been heard of for five minutes is taken over. If the holder is"
          + " certainly gone, start with --force."),
  OUTPUT_UNAVAILABLE(
      RunException.OutputUnavailable.class,
      ExitCode.UNAVAILABLE,
      "The warehouse cannot be written just now.",
      "One attempt. Look at the disk or the mount."),
  OUTPUT_REFUSED(
      RunException.OutputRefused.class,
      ExitCode.CONFIG,
      "The warehouse cannot be where the configuration puts it.",
      Tried.NOTHING),
  OUTPUT_DENIED(
      RunException.OutputDenied.class,
      ExitCode.DENIED,
      "The credentials for the warehouse are missing, or do not allow what is needed.",
      Tried.NOT_REPEATED),
  DOUBLED_ROWS(
      RunException.DoubledRows.class,
      ExitCode.DATA_GATE,
      "What was read has a key twice, so that it cannot be merged.",
      "The rows were loaded beside the tables and counted there; the tables are as they were."),
  NOTHING_LOADED_YET(
      RunException.NothingLoadedYet.class,
      ExitCode.CONFIG,
      "There is no last success that a run could continue from.",
      "Start the first load with 'sluice run', or check that output.path is the right one."),
  STATE_UNUSABLE(
      RunException.StateUnusable.class,
      ExitCode.CONFIG,
      "What is known between runs cannot be read, or belongs to another site.",
      Tried.NOTHING),
  STATE_REFUSED(
      RunException.StateRefused.class,
      ExitCode.USAGE,
      "The state is not changed as asked, since something would be lost.",
      Tried.NOTHING),
  NO_SUCH_RUN(
      RunException.NoSuchRun.class,
      ExitCode.USAGE,
      "No run of that name has left anything in the warehouse.",
      Tried.NOTHING),
  RUNNER_REFUSED(
      RunException.RunnerRefused.class,
      ExitCode.USAGE,
      "Beam refuses an option that was handed to it.",
      Tried.NOTHING),
  NO_SUMMARY(
      RunException.NoSummary.class,
      ExitCode.BUG,
      "The pipeline ended without leaving its summary; nothing was published.",
      "Start again with --debug and report what it prints."),
  CONFIGURATION(
      ConfigException.class,
      "Configuration",
      ExitCode.CONFIG,
      "sluice.yaml has mistakes; every one is told with its line.",
      Tried.NOTHING),
  USAGE(
      UsageException.class,
      "Usage",
      ExitCode.USAGE,
      "The command line cannot be understood.",
      Tried.NOTHING),
  QUERY_REFUSED(
      QueryRefused.class,
      "QueryRefused",
      ExitCode.USAGE,
      "The local warehouse does not understand the question; the message shows the place.",
      Tried.NOTHING),
  LOCAL_WAREHOUSE(
      LocalWarehouseException.class,
      "LocalWarehouse",
      ExitCode.UNAVAILABLE,
      "The local warehouse cannot be opened or written just now.",
      "One attempt. Another program may have it open; 'sluice warehouse rebuild' makes it anew from"
          + " the Avro files."),
  INTERRUPTED(
      JiraException.Interrupted.class,
      "The run was stopped, by Ctrl-C (130) or SIGTERM (143).",
      "Files that were not finished were dropped. The next run goes on where this one was.");

  /** Phrases that several kinds share. */
  private static final class Tried {
    static final String NOTHING = "Nothing was sent or changed.";
    static final String NOT_REPEATED = "The request was not repeated: it would end the same.";
    static final String REPEATED =
        "the request was repeated six times, after pauses from 2 to 30 seconds.";
  }

  private final Optional<Class<? extends Throwable>> exception;
  private final String word;
  private final ExitCode exitCode;
  private final String meaning;
  private final String tried;

  FailureKind(
      Class<? extends Throwable> exception,
      String word,
      ExitCode exitCode,
      String meaning,
      String tried) {
    this.exception = Optional.of(exception);
    this.word = word;
    this.exitCode = exitCode;
    this.meaning = meaning;
    this.tried = capitalised(tried);
  }

  FailureKind(String word, ExitCode exitCode, String meaning, String tried) {
    this.exception = Optional.empty();
    this.word = word;
    this.exitCode = exitCode;
    this.meaning = meaning;
    this.tried = capitalised(tried);
  }

  FailureKind(
      Class<? extends RunException> exception, ExitCode exitCode, String meaning, String tried) {
    this(exception, exception.getSimpleName(), exitCode, meaning, tried);
  }

  FailureKind(Class<? extends JiraException> exception, String meaning, String tried) {
    this(exception, exception.getSimpleName(), JiraFailures.exitCode(exception), meaning, tried);
  }

  /** The kind that an exception is of, when it has a name. */
  static Optional<FailureKind> of(Throwable thrown) {
    return Arrays.stream(values())
        .filter(kind -> kind.exception.filter(type -> type.isInstance(thrown)).isPresent())
        .findFirst();
  }

  /** What summaries and logs call it; it stays the same. */
  String word() {
    return word;
  }

  ExitCode exitCode() {
    return exitCode;
  }

  /** What it means, in a sentence or two. */
  String meaning() {
    return meaning;
  }

  /** What the program has done about it, and what is left to do. */
  String tried() {
    return tried;
  }

  private static String capitalised(String sentence) {
    return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
  }
}
