package dev.sluice.transforms;

import dev.sluice.schemas.layout.Documents;
import dev.sluice.schemas.layout.WarehouseLayout;
import dev.sluice.transforms.jql.Shard;
import dev.sluice.transforms.store.WarehouseStore;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Remembers in the warehouse which shards of a run are finished, so that whoever loads one again (a
 * retried bundle, another worker, the same run after a crash) takes what is there instead of asking
 * Jira. A shard is remembered when all its files are whole, and not before; it is forgotten by who
 * finds the run ended.
 */
final class ShardJournal implements Serializable {

  private final WarehouseStore store;
  private final String runId;

  ShardJournal(WarehouseStore store, String runId) {
    this.store = store;
    this.runId = runId;
  }

  /** What is there of a shard; empty when it has to be read. */
  Optional<FinishedShard> find(Shard shard) {
    return store
        .read(WarehouseLayout.finishedShard(runId, shard.id()))
        .flatMap(ShardJournal::parsed)
        .filter(finished -> finished.jql().equals(shard.jql()) && isThere(finished));
  }

  /** Remembers a shard that was read to its end. */
  void remember(Shard shard, FinishedShard finished) {
    store.write(WarehouseLayout.finishedShard(runId, shard.id()), Documents.write(finished));
  }

  private boolean isThere(FinishedShard finished) {
    return finished.files().stream().allMatch(file -> store.exists(file.file().path()));
  }

  /** What cannot be read is as good as not there: the shard is then read once more. */
  private static Optional<FinishedShard> parsed(byte[] json) {
    try {
      return Optional.of(Documents.read(json, FinishedShard.class));
    } catch (UncheckedIOException e) {
      return Optional.empty();
    }
  }
}
