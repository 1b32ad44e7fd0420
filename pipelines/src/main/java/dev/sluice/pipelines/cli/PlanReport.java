package dev.sluice.pipelines.cli;

import dev.sluice.pipelines.run.RunPreview;
import dev.sluice.schemas.layout.ExitCode;
import dev.sluice.schemas.layout.Interval;
import dev.sluice.schemas.layout.RunMode;
import dev.sluice.transforms.jql.Shard;
import java.util.List;

/** What a run would do, as a table. */
record PlanReport(RunPreview preview) implements Report {

  private static final int RANGE_WIDTH = 39;

  @Override
  public ExitCode exitCode() {
    return ExitCode.OK;
  }

  /** The keys are contract. */
  record Document(
      RunMode mode,
      Interval interval,
      List<ShardDocument> shards,
      long issues,
      long requests,
      double minutes,
      int exitCode) {}

  /** One shard; the range as an ISO 8601 interval, open ones end in two points. */
  record ShardDocument(String id, String field, String range, String jql, long expected) {}

  @Override
  public Object json() {
    return new Document(
        preview.interval().mode(),
        preview.interval().interval(),
        preview.shards().stream().map(PlanReport::document).toList(),
        preview.issues(),
        preview.requests(),
        Math.round(preview.minutes() * 10) / 10.0,
        exitCode().code());
  }

  @Override
  public String text(Style style) {
    Lines lines = new Lines(0);
    lines.line(
        preview.interval().mode().word()
            + " load of Jira "
            + preview.jira()
            + ", by "
            + preview.interval().field().clause());
    lines.line("");
    lines.line(
        style.bold("  shard  " + Lines.left("range (UTC)", RANGE_WIDTH) + "   expected  JQL"));
    for (Shard shard : preview.shards()) {
      lines.line(
          "  "
              + Lines.left(shard.id(), 5)
              + "  "
              + Lines.left(range(shard), RANGE_WIDTH)
              + Lines.right(Figures.whole(shard.expected()), 11)
              + "  "
              + shard.jql());
    }
    lines.line("");
    lines.line(
        "  "
            + Figures.count(preview.issues(), "issue")
            + " in "
            + Figures.count(preview.shards().size(), "shard")
            + ": at least "
            + Figures.count(preview.requests(), "request")
            + ", "
            + minutes()
            + " at "
            + Figures.tenths(preview.requestsPerSecond())
            + " requests/s");
    return lines.toString();
  }

  private String minutes() {
    return preview.minutes() < 0.1 ? "a few seconds" : Figures.tenths(preview.minutes()) + " min";
  }

  private static String range(Shard shard) {
    return minute(shard.range().from().toString())
        + " to "
        + shard.range().to().map(to -> minute(to.toString())).orElse("now");
  }

  private static String minute(String instant) {
    return instant.replaceFirst(":00Z$", "Z");
  }

  private static ShardDocument document(Shard shard) {
    return new ShardDocument(
        shard.id(),
        shard.field().clause(),
        shard.range().toString(),
        shard.jql(),
        shard.expected());
  }
}
