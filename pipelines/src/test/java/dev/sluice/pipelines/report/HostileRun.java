package dev.sluice.pipelines.report;

import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.layout.Notice;
import dev.sluice.schemas.layout.RunSummary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** A run of a Jira in which everything that has a name has the same evil one. */
final class HostileRun {

  private HostileRun() {}

  static RunFacts named(String text) {
    RunFacts calm = RunsUnderTest.partial();
    ShardFacts one = calm.shards().get(0);
    ShardFacts shard =
        new ShardFacts(
            text,
            Optional.of("project = \"" + text + "\""),
            OptionalLong.of(1),
            OptionalLong.empty(),
            1,
            1,
            0,
            one.throttled(),
            one.startedAt(),
            one.finishedAt(),
            "mismatch",
            Optional.of(text));
    PlannedRun plan = calm.plan().orElseThrow();
    FieldColumns columns =
        new FieldColumns(List.of(RunsUnderTest.column("customfield_1", text, "campaign_budget")));
    return new RunFacts(
        summary(calm.summary(), text),
        Optional.of(
            new PlannedRun(plan.run(), plan.jira(), 10.0, List.of(), columns, plan.planning())),
        Stream.concat(Stream.of(shard), calm.shards().stream()).toList(),
        true,
        calm.profile(),
        List.of(
            new FieldChange(text, text, Optional.of(text), Optional.of(text), Optional.of(text))),
        List.of(
            new SetAside(
                text,
                Optional.of(text),
                Optional.of(text),
                Optional.of(text),
                text,
                Optional.of(text))),
        Optional.of(summary(calm.previous().orElseThrow(), text)));
  }

  private static RunSummary summary(RunSummary calm, String text) {
    return new RunSummary(
        text,
        text,
        calm.status(),
        calm.interval(),
        calm.startedAt(),
        calm.finishedAt(),
        Map.of(text, 7L),
        1,
        10,
        1,
        1,
        calm.watermark(),
        List.of(text),
        text,
        calm.shards(),
        65,
        new RunSummary.Failure(text, text, text),
        List.of(text),
        null,
        List.of(new Notice(Notice.Severity.ALERT, text, text, text, text)));
  }
}
