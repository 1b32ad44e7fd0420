package dev.sluice.transforms;

import dev.sluice.transforms.jql.Shard;
import java.util.List;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;

/**
 * Offers the planned shards to as many workers as there are: each shard is a bundle of its own, so
 * that a shard is retried alone. The shards are fixed when the pipeline is built.
 */
public final class PlannedShards extends PTransform<PBegin, PCollection<Shard>> {

  private final List<Shard> shards;

  private PlannedShards(List<Shard> shards) {
    this.shards = List.copyOf(shards);
  }

  /** Offers {@code shards}, which may be none. */
  public static PlannedShards of(List<Shard> shards) {
    return new PlannedShards(shards);
  }

  @Override
  public PCollection<Shard> expand(PBegin begin) {
    return begin
        .apply("Plan", Create.of(shards).withCoder(DocumentCoder.of(Shard.class)))
        .apply("Spread", Reshuffle.viaRandomKey());
  }
}
