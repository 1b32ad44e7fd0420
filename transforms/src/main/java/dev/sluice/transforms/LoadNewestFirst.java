package dev.sluice.transforms;

import dev.sluice.transforms.jql.RangeField;
import dev.sluice.transforms.jql.Shard;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionView;

/**
 * Loads the shards of a plan so that a run holds each issue once, although people work in Jira
 * while it is read, and without ever bringing issues together: shards of {@code updated} that are
 * open at their end are read to it first, and what was seen there is left out of all others.
 *
 * <p>Nothing is lost by that. An issue is in exactly one of the ranges at any moment, and every
 * edit carries it to the end of the open one. Edited before that end was reached, it was read
 * there; if a search index in arrears still shows it in an older range, it is recognised and left
 * out. Edited afterwards, it is missing from the range it was planned in and comes with the next
 * increment: its time is later than this run's beginning, and the watermark stays a horizon behind
 * that. For the same reason the open range needs no end: an issue that is edited all the time is
 * read once, wherever it is then.
 *
 * <p>Ranges of {@code created} cannot exchange issues, and a plan whose shards are all open, or all
 * closed, has nothing to put first: such plans are loaded in one go.
 */
public final class LoadNewestFirst extends PTransform<PBegin, LoadShards.Result> {

  private final List<Shard> shards;
  private final LoadShards load;

  private LoadNewestFirst(List<Shard> shards, LoadShards load) {
    this.shards = List.copyOf(shards);
    this.load = load;
  }

  /** Loads {@code shards}, which may be none, each by {@code load}. */
  public static LoadNewestFirst of(List<Shard> shards, LoadShards load) {
    return new LoadNewestFirst(shards, load);
  }

  @Override
  public LoadShards.Result expand(PBegin begin) {
    List<Shard> newest = shards.stream().filter(LoadNewestFirst::isNewest).toList();
    List<Shard> others = shards.stream().filter(shard -> !isNewest(shard)).toList();
    if (newest.isEmpty() || others.isEmpty()) {
      return begin.apply("PlannedShards", PlannedShards.of(shards)).apply("LoadShards", load);
    }
    LoadShards.Result first =
        begin
            .apply("NewestShards", PlannedShards.of(newest))
            .apply("LoadNewest", load.tellingIds());
    PCollectionView<Iterable<ShardIds>> seen = first.ids().apply("SeenInNewest", View.asIterable());
    LoadShards.Result second =
        begin
            .apply("OtherShards", PlannedShards.of(others))
            .apply("LoadOthers", load.leavingOut(seen));
    return new LoadShards.Result(
        both("Files", first, second, LoadShards.Result::files),
        both("Reports", first, second, LoadShards.Result::reports),
        both("Details", first, second, LoadShards.Result::details),
        both("Failures", first, second, LoadShards.Result::failures),
        both("People", first, second, LoadShards.Result::people),
        both("Ids", first, second, LoadShards.Result::ids));
  }

  private static boolean isNewest(Shard shard) {
    return shard.field() == RangeField.UPDATED && shard.range().to().isEmpty();
  }

  private static <T> PCollection<T> both(
      String name,
      LoadShards.Result first,
      LoadShards.Result second,
      Function<LoadShards.Result, PCollection<T>> part) {
    return PCollectionList.of(Stream.of(first, second).map(part).toList())
        .apply(name, Flatten.pCollections());
  }
}
