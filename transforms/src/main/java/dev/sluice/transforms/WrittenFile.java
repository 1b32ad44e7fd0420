package dev.sluice.transforms;

import dev.sluice.schemas.layout.Manifest;

/** A whole file that a shard wrote for one table. */
public record WrittenFile(String shardId, String table, Manifest.DataFile file) {}
