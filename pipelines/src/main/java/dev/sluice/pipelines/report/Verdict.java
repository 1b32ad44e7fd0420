package dev.sluice.pipelines.report;

import dev.sluice.schemas.layout.ExitCode;
import dev.sluice.schemas.layout.Notice;
import dev.sluice.schemas.layout.RunStatus;
import dev.sluice.schemas.layout.RunSummary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What to make of a run, before any figure: is everything there, what is not, and who must do what.
 *
 * @param sentence the same in a sentence
 * @param why what happened; empty when nothing did
 * @param missing one line for each thing that is not there; empty when nothing is missing
 * @param todo what somebody must do, in order; empty when nobody must do anything
 */
record Verdict(
    RunStatus status,
    String sentence,
    List<String> missing,
    Optional<String> why,
    List<String> todo) {

  /** The others are in the list of shards. */
  private static final int MOST_SHARDS = 8;

  Verdict {
    missing = List.copyOf(missing);
    todo = List.copyOf(todo);
  }

  static Verdict of(RunFacts facts) {
    return new Verdict(
        facts.summary().status(),
        sentence(facts),
        missing(facts),
        Optional.ofNullable(facts.summary().error()).map(RunSummary.Failure::message),
        todo(facts));
  }

  String word() {
    return switch (status) {
      case OK -> "Complete";
      case PARTIAL -> "Partial";
      case FAILED -> "Failed";
      case SUBMITTED -> "Submitted";
    };
  }

  private static String sentence(RunFacts facts) {
    RunSummary summary = facts.summary();
    RunSummary.Shards shards = summary.shards();
    return switch (summary.status()) {
      case OK -> complete(summary, shards);
      case PARTIAL ->
          "Something is missing. What was read is published; the watermark stays where it was, so"
              + " that nothing is skipped.";
      case FAILED -> "Nothing was published: the tables are as they were before this run.";
      case SUBMITTED -> "The run goes on as a job elsewhere.";
    };
  }

  private static String complete(RunSummary summary, RunSummary.Shards shards) {
    if (shards.planned() == 0) {
      return summary.sweep() == null
          ? "Jira counted no issue to read."
          : "Nothing had to be read again.";
    }
    String all =
        shards.planned() == 1
            ? "The one shard agrees with Jira’s own count: "
            : "All " + Numbers.whole(shards.planned()) + " shards agree with Jira’s own counts: ";
    return all
        + Numbers.whole(shards.issuesRead())
        + " read, "
        + Numbers.whole(shards.issuesExpected())
        + " counted before.";
  }

  private static List<String> missing(RunFacts facts) {
    RunSummary summary = facts.summary();
    List<String> missing = new ArrayList<>();
    if (summary.status() == RunStatus.FAILED) {
      missing.add(
          summary.interval() == null
              ? "Everything that this run was to read."
              : "Everything of this interval: " + Numbers.interval(summary.interval()) + ".");
    }
    List<ShardFacts> lacking = facts.shards().stream().filter(shard -> !shard.isWell()).toList();
    lacking.stream().limit(MOST_SHARDS).forEach(shard -> missing.add(lack(shard)));
    if (lacking.size() > MOST_SHARDS) {
      missing.add("and " + Numbers.count(lacking.size() - MOST_SHARDS, "shard") + " more");
    }
    facts
        .plan()
        .ifPresent(
            plan ->
                plan.planning()
                    .hiddenProjects()
                    .forEach(key -> missing.add("Project " + key + ", which Jira does not show.")));
    if (summary.failedRows() > 0) {
      missing.add(
          Numbers.count(summary.failedRows(), "issue")
              + " set aside with the raw JSON in table _dead_letter.");
    }
    return missing;
  }

  private static String lack(ShardFacts shard) {
    return "Shard "
        + shard.id()
        + " "
        + shard.status()
        + shard.problem().map(problem -> ": " + problem).orElse("");
  }

  private static List<String> todo(RunFacts facts) {
    RunSummary summary = facts.summary();
    List<String> todo = new ArrayList<>();
    RunSummary.Failure error = summary.error();
    if (error != null) {
      todo.add(error.hint());
      if (error.retryAt() != null) {
        todo.add("Jira refuses until " + Numbers.minute(error.retryAt()) + " UTC: not before.");
      }
    }
    if (summary.status() == RunStatus.FAILED || summary.status() == RunStatus.PARTIAL) {
      todo.add(again(facts));
    }
    summary.notices().stream().filter(Notice::isAlert).map(Notice::message).forEach(todo::add);
    return todo;
  }

  private static String again(RunFacts facts) {
    RunSummary summary = facts.summary();
    boolean retryable =
        Arrays.stream(ExitCode.values())
            .filter(code -> code.code() == summary.exitCode())
            .anyMatch(ExitCode::retryable);
    String kept =
        !facts.published() && !facts.shards().isEmpty()
            ? " It goes on after the "
                + Numbers.count(facts.shards().stream().filter(ShardFacts::isWell).count(), "shard")
                + " that are finished."
            : "";
    String next =
        summary.watermark() == null
            ? "The next ‘sluice run’ reads everything again."
            : "The next ‘sluice run’ reads again what changed since "
                + Numbers.minute(summary.watermark())
                + " UTC.";
    return (retryable
            ? "Starting it again may be enough. "
            : "Starting it again helps only when that is done. ")
        + next
        + kept;
  }
}
