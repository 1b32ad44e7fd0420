package dev.sluice.transforms;

import dev.sluice.schemas.layout.ExitCode;
import dev.sluice.schemas.layout.IssueProfile;
import dev.sluice.schemas.layout.Manifest;
import dev.sluice.schemas.layout.RunHeader;
import dev.sluice.schemas.layout.RunStatus;
import dev.sluice.schemas.layout.RunSummary;
import dev.sluice.transforms.ShardResult.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides what a run came to, from the results of its shards alone. */
final class RunOutcome {

  private final RunHeader run;
  private final Gate gate;
  private final List<ShardResult> results;
  private final List<ShardResult> issueShards;
  private final List<String> hiddenProjects;

  /**
   * @param hiddenProjects projects that the run was to read and could not even ask for
   */
  RunOutcome(RunHeader run, Gate gate, List<ShardResult> results, List<String> hiddenProjects) {
    this.run = run;
    this.hiddenProjects = List.copyOf(hiddenProjects);
    this.gate = gate;
    this.results = List.copyOf(results);
    this.issueShards =
        results.stream()
            .filter(result -> result.report().kind() == ShardReport.Kind.ISSUES)
            .toList();
  }

  /**
   * Ok when everything is complete; failed when no issue could be read at all; otherwise partial:
   * what was read is published, and the watermark stays.
   */
  RunStatus status() {
    if (!issueShards.isEmpty() && issueShards.stream().allMatch(RunOutcome::cameToNothing)) {
      return RunStatus.FAILED;
    }
    return problem() == null ? RunStatus.OK : RunStatus.PARTIAL;
  }

  private static boolean cameToNothing(ShardResult result) {
    return result.status() == Status.FAILED && result.report().rows() == 0;
  }

  /** The code of the problem that {@link #problem} names. */
  ExitCode exitCode() {
    return first(Status.FAILED)
        .map(failed -> failureOf(failed).exitCode())
        .orElseGet(
            () ->
                hiddenProjects.isEmpty()
                    ? problem() == null ? ExitCode.OK : ExitCode.DATA_GATE
                    : ExitCode.DENIED);
  }

  RunSummary.@Nullable Failure problem() {
    Optional<ShardResult> failed = first(Status.FAILED);
    if (failed.isPresent()) {
      ShardReport.Failure failure = failureOf(failed.get());
      return new RunSummary.Failure(
          failure.kind(), "could not be read: " + listed(Status.FAILED), failure.hint(), latest());
    }
    if (!hiddenProjects.isEmpty()) {
      return new RunSummary.Failure(
          "ProjectHidden",
          "Jira no longer shows the account "
              + (hiddenProjects.size() == 1 ? "project " : "the projects ")
              + String.join(", ", hiddenProjects)
              + "; everything else was read",
          "give the account Browse Projects there again, or take what is gone out of"
              + " jira.projects; until then the watermark stays");
    }
    if (first(Status.MISMATCH).isPresent()) {
      return new RunSummary.Failure(
          "CountMismatch",
          "not what Jira counts: " + listed(Status.MISMATCH),
          "run the interval again; table _shard has the JQL and the counts of every shard");
    }
    if (deadLetters() > gate.deadLetters()) {
      return new RunSummary.Failure(
          "DeadLetters",
          deadLetters() + " issues were set aside, " + gate.deadLetters() + " are allowed",
          "table _dead_letter has each with its JSON, the reason and the JQL to fetch it again;"
              + " gate.dead-letters allows more");
    }
    return null;
  }

  /** Every shard that was refused for a while names its own moment. */
  private @Nullable Instant latest() {
    return results.stream()
        .map(result -> result.report().failure())
        .filter(Objects::nonNull)
        .map(ShardReport.Failure::retryAt)
        .filter(Objects::nonNull)
        .max(Instant::compareTo)
        .orElse(null);
  }

  /** Names the first shard in full and counts the others. */
  private String listed(Status status) {
    ShardResult one = first(status).orElseThrow();
    int others = count(status) - 1;
    return "shard "
        + one.report().shardId()
        + (others == 0 ? "" : " and " + others + " more")
        + " of "
        + results.size()
        + ": "
        + one.verdict();
  }

  private Optional<ShardResult> first(Status status) {
    return results.stream().filter(result -> result.status() == status).findFirst();
  }

  private static ShardReport.Failure failureOf(ShardResult failed) {
    return Objects.requireNonNull(failed.report().failure(), "a failed shard says why");
  }

  RunSummary summary(
      Instant finishedAt, PlanningCost planning, String output, @Nullable Instant watermark) {
    return new RunSummary(
        run.runId(),
        run.pipeline(),
        status(),
        run.interval(),
        run.startedAt(),
        finishedAt,
        rowsByTable(),
        deadLetters(),
        planning.requests() + sum(results, ShardReport::requests),
        planning.retries() + sum(results, ShardReport::retries),
        planning.throttledMs() + sum(results, ShardReport::throttledMs),
        watermark,
        List.of(output),
        null,
        new RunSummary.Shards(
            issueShards.size(),
            countOfIssueShards(Status.COMPLETE) + countOfIssueShards(Status.REREAD),
            countOfIssueShards(Status.MISMATCH),
            countOfIssueShards(Status.FAILED),
            sum(issueShards, report -> report.expected() == null ? 0 : report.expected()),
            sum(issueShards, ShardReport::received),
            sum(issueShards, ShardReport::unique)),
        exitCode().code(),
        problem(),
        warnings(planning),
        planning.sweep(),
        List.of());
  }

  private List<String> warnings(PlanningCost planning) {
    return Stream.concat(
            planning.warnings().stream(),
            results.stream().flatMap(result -> result.report().warnings().stream()))
        .toList();
  }

  /** The files of every table, in the order of their paths. */
  Map<String, Manifest.TableFiles> tables() {
    Map<String, List<Manifest.DataFile>> files = new TreeMap<>();
    for (ShardResult result : results) {
      for (WrittenFile written : result.files()) {
        files.computeIfAbsent(written.table(), table -> new ArrayList<>()).add(written.file());
      }
    }
    Map<String, Manifest.TableFiles> tables = new TreeMap<>();
    files.forEach((table, list) -> tables.put(table, filesOf(list)));
    return tables;
  }

  /** What the issues look like; empty when there are none, or nobody looked. */
  Optional<IssueProfile> profile() {
    return results.stream()
        .flatMap(result -> result.files().stream())
        .map(WrittenFile::profile)
        .filter(Objects::nonNull)
        .reduce(IssueProfile::with);
  }

  static Manifest.TableFiles filesOf(List<Manifest.DataFile> files) {
    List<Manifest.DataFile> sorted =
        files.stream().sorted((a, b) -> a.path().compareTo(b.path())).toList();
    return new Manifest.TableFiles(
        sorted.stream().mapToLong(Manifest.DataFile::rows).sum(), sorted);
  }

  private Map<String, Long> rowsByTable() {
    Map<String, Long> rows = new TreeMap<>();
    tables().forEach((table, files) -> rows.put(table, files.rows()));
    return rows;
  }

  private long deadLetters() {
    return results.stream().mapToLong(ShardResult::deadLetters).sum();
  }

  private int count(Status status) {
    return (int) results.stream().filter(result -> result.status() == status).count();
  }

  private int countOfIssueShards(Status status) {
    return (int) issueShards.stream().filter(result -> result.status() == status).count();
  }

  private static long sum(List<ShardResult> results, ToLongFunction<ShardReport> number) {
    return results.stream().map(ShardResult::report).mapToLong(number).sum();
  }
}
