package dev.sluice.pipelines.report;

import dev.sluice.schemas.field.FieldColumn;
import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.field.JiraField;
import dev.sluice.schemas.layout.Interval;
import dev.sluice.schemas.layout.IssueProfile;
import dev.sluice.schemas.layout.Notice;
import dev.sluice.schemas.layout.RunHeader;
import dev.sluice.schemas.layout.RunMode;
import dev.sluice.schemas.layout.RunStatus;
import dev.sluice.schemas.layout.RunSummary;
import dev.sluice.schemas.type.Scalar;
import dev.sluice.transforms.PlanningCost;
import dev.sluice.transforms.jql.DateRange;
import dev.sluice.transforms.jql.RangeField;
import dev.sluice.transforms.jql.Shard;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Runs that nobody ran: a marketing department's, the same ones every time. */
final class RunsUnderTest {

  static final Instant START = Instant.parse("2026-11-24T08:00:00Z");
  static final URI JIRA = URI.create("https://acme.example.org/jira");
  static final String RUN = "20261124T080000Z-4f2a";
  static final String BEFORE = "20261117T080000Z-91c0";
  static final Interval INTERVAL =
      new Interval(Instant.EPOCH, Instant.parse("2026-11-24T07:50:00Z"));
  static final RunSummary.Failure SHORT =
      new RunSummary.Failure(
          "CountMismatch",
          "not what Jira counts: shard s0003 of 24: Jira counts 2010 issues, but sent 1998",
          "run the interval again; table _shard has the JQL and the counts of every shard");

  private static final int SHARDS = 24;
  private static final int LANES = 6;

  private RunsUnderTest() {}

  /** A first load of 24 shards in 6 lanes, held back a little. */
  static RunFacts complete() {
    List<ShardFacts> shards = shards();
    return new RunFacts(
        summary(shards, RunStatus.OK, null, 0, 0),
        Optional.of(plan(shards)),
        shards,
        true,
        Optional.of(profile(issues(shards))),
        List.of(
            new FieldChange(
                "renamed",
                "customfield_10042",
                Optional.of("campaign_budget"),
                Optional.of("Budget"),
                Optional.of("Campaign Budget")),
            new FieldChange(
                "added",
                "customfield_10077",
                Optional.of("launch_market"),
                Optional.empty(),
                Optional.of("Launch Market"))),
        List.of(),
        Optional.of(before()));
  }

  /** The same, one shard short, one not readable, and some issues set aside. */
  static RunFacts partial() {
    List<ShardFacts> shards = new ArrayList<>(shards());
    shards.set(3, ended(shards.get(3), "mismatch", "Jira counts 2010 issues, but sent 1998"));
    shards.set(7, ended(shards.get(7), "failed", "Jira answered 503 to 6 attempts"));
    return new RunFacts(
        summary(shards, RunStatus.PARTIAL, SHORT, 65, 2),
        Optional.of(plan(shards)),
        shards,
        true,
        Optional.of(profile(issues(shards))),
        List.of(),
        List.of(setAside("MKTG-187", "10187"), setAside("OPS-9", "20009")),
        Optional.of(before()));
  }

  /** One that was refused while it read, two shards being finished. */
  static RunFacts failed() {
    RunSummary.Failure refused =
        new RunSummary.Failure(
            "Unavailable",
            "Jira refuses every request until its quota is renewed",
            "start again later",
            Instant.parse("2026-11-24T09:00:00Z"));
    List<ShardFacts> all = shards();
    List<ShardFacts> finished =
        all.subList(0, 2).stream().map(shard -> ended(shard, "read", null)).toList();
    RunSummary summary = summary(finished, RunStatus.FAILED, refused, 69, 0);
    return new RunFacts(
        summary,
        Optional.of(plan(all)),
        finished,
        false,
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.of(before()));
  }

  static List<ShardFacts> shards() {
    Random random = new Random(5);
    Instant[] free = new Instant[LANES];
    Arrays.fill(free, START.plusSeconds(9));
    List<ShardFacts> shards = new ArrayList<>();
    for (int i = 0; i < SHARDS; i++) {
      int lane = 0;
      for (int other = 1; other < LANES; other++) {
        lane = free[other].isBefore(free[lane]) ? other : lane;
      }
      long rows = 1_400L + random.nextInt(1_200);
      Instant end = free[lane].plusMillis(rows * 9 + random.nextInt(4_000));
      boolean held = i % 5 == 2;
      shards.add(
          new ShardFacts(
              id(i),
              Optional.of(jql(i)),
              OptionalLong.of(rows),
              OptionalLong.empty(),
              rows,
              rows / 90 + (held ? 4 : 0),
              held ? 4 : 0,
              held ? Duration.ofMillis(3_100) : Duration.ZERO,
              free[lane],
              end,
              "complete",
              Optional.empty()));
      free[lane] = end;
    }
    for (String list : List.of("project", "status", "user")) {
      shards.add(
          new ShardFacts(
              list,
              Optional.empty(),
              OptionalLong.empty(),
              OptionalLong.empty(),
              45,
              6,
              0,
              Duration.ZERO,
              START.plusSeconds(9),
              START.plusSeconds(12 + list.length()),
              "complete",
              Optional.empty()));
    }
    return shards;
  }

  static ShardFacts ended(ShardFacts shard, String status, @Nullable String problem) {
    return new ShardFacts(
        shard.id(),
        shard.jql(),
        shard.expected(),
        shard.expectedAfter(),
        shard.rows(),
        shard.requests(),
        shard.retries(),
        shard.throttled(),
        shard.startedAt(),
        shard.finishedAt(),
        status,
        Optional.ofNullable(problem));
  }

  private static String id(int ordinal) {
    return ordinal < 10 ? "s000" + ordinal : "s00" + ordinal;
  }

  private static String jql(int ordinal) {
    long from = 1_577_836_800_000L + ordinal * 9_000_000_000L;
    return "project in (MKTG, OPS) AND created >= "
        + from
        + " AND created < "
        + (from + 9_000_000_000L)
        + " ORDER BY created ASC, key ASC";
  }

  private static SetAside setAside(String key, String id) {
    return new SetAside(
        "rename",
        Optional.of(id),
        Optional.of(key),
        Optional.of("created"),
        "created is not a time: yesterday",
        Optional.of("id in (" + id + ")"));
  }

  private static long issues(List<ShardFacts> shards) {
    return shards.stream()
        .filter(shard -> shard.jql().isPresent())
        .mapToLong(ShardFacts::rows)
        .sum();
  }

  static RunSummary summary(
      List<ShardFacts> shards,
      RunStatus status,
      RunSummary.@Nullable Failure failure,
      int exitCode,
      long setAside) {
    long issues = issues(shards);
    Map<String, Long> rows = new TreeMap<>();
    if (status != RunStatus.FAILED) {
      rows.putAll(
          Map.of(
              "issue",
              issues - setAside,
              "comment",
              issues * 2 + 311,
              "worklog",
              issues * 3 - 77,
              "issue_field_history",
              issues * 14,
              "issue_link",
              issues / 3,
              "project",
              12L,
              "user",
              231L));
    }
    return new RunSummary(
        RUN,
        "acme",
        status,
        INTERVAL,
        START,
        shards.stream().map(ShardFacts::finishedAt).max(Instant::compareTo).orElse(START),
        rows,
        setAside,
        7 + shards.stream().mapToLong(ShardFacts::requests).sum(),
        shards.stream().mapToLong(ShardFacts::retries).sum(),
        shards.stream().mapToLong(shard -> shard.throttled().toMillis()).sum(),
        status == RunStatus.OK ? INTERVAL.to() : Instant.parse("2026-11-17T07:50:00Z"),
        List.of("gs://acme-warehouse/jira/"),
        null,
        new RunSummary.Shards(SHARDS, SHARDS, 0, 0, issues, issues, issues),
        exitCode,
        failure,
        List.of(),
        null,
        List.of(
            new Notice(
                Notice.Severity.NOTE,
                "schema",
                "renamed",
                "customfield_10042",
                "Budget is now called Campaign Budget; its column stays campaign_budget")));
  }

  private static RunSummary before() {
    RunSummary now = summary(shards().subList(0, 20), RunStatus.OK, null, 0, 0);
    return new RunSummary(
        BEFORE,
        now.pipeline(),
        RunStatus.OK,
        new Interval(Instant.EPOCH, Instant.parse("2026-11-17T07:50:00Z")),
        START.minus(Duration.ofDays(7)),
        START.minus(Duration.ofDays(7)).plusSeconds(61),
        now.rows(),
        0,
        300,
        0,
        0,
        Instant.parse("2026-11-17T07:50:00Z"),
        List.of(),
        null,
        now.shards(),
        0,
        null,
        List.of(),
        null,
        List.of());
  }

  static PlannedRun plan(List<ShardFacts> shards) {
    return new PlannedRun(
        new RunHeader(
            RUN,
            "acme",
            RunMode.FIRST,
            INTERVAL,
            START,
            "acme",
            "cloud",
            "1001.0.0",
            4,
            "1.0.0",
            INTERVAL.to(),
            0),
        JIRA,
        10.0,
        shards.stream()
            .flatMap(shard -> shard.jql().map(jql -> planned(shard, jql)).stream())
            .toList(),
        new FieldColumns(
            List.of(
                column("customfield_10042", "Campaign Budget", "campaign_budget"),
                column("customfield_10050", "Launch Date", "launch_date"))),
        new PlanningCost(7, 0, 0, List.of()));
  }

  private static Shard planned(ShardFacts shard, String jql) {
    return new Shard(
        shard.id(),
        0,
        RangeField.CREATED,
        new DateRange(Instant.EPOCH, Optional.empty()),
        jql,
        shard.expected().orElse(0));
  }

  static FieldColumn column(String id, String name, String column) {
    JiraField field =
        new JiraField(
            id,
            name,
            true,
            Optional.of("number"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new FieldColumn(field, column, Scalar.DOUBLE);
  }

  static IssueProfile profile(long issues) {
    Map<String, Long> filled = new LinkedHashMap<>();
    for (String always : List.of("id", "key", "project_key", "issue_type", "status", "created")) {
      filled.put(always, issues);
    }
    long share = 97;
    for (String sometimes :
        List.of(
            "assignee",
            "description",
            "labels",
            "due_date",
            "parent_key",
            "fix_versions",
            "campaign_budget",
            "launch_date",
            "resolution",
            "components")) {
      filled.put(sometimes, issues * share / 100);
      share = share * 7 / 10;
    }
    filled.put("security_level", 0L);
    filled.put("environment", 0L);
    Map<LocalDate, Long> days = new TreeMap<>();
    Random random = new Random(3);
    for (LocalDate day = LocalDate.of(2020, 1, 1);
        day.isBefore(LocalDate.of(2026, 11, 25));
        day = day.plusDays(1)) {
      days.put(day, 8L + day.getMonthValue() + random.nextInt(10) + (day.getYear() - 2020) * 2L);
    }
    return new IssueProfile(issues, filled, "created", days);
  }
}
